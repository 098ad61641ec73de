package org.privacypromise.preferences.sendcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.preferences.sendcheck.verdict.JudgeSend.toContactPoint;
import static org.privacypromise.preferences.sendcheck.verdict.JudgeSend.toCustomer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeSendTest {

    private static final Word SAID_YES = new Word(3, true, true, false);
    private static final Word SAID_NO = new Word(4, true, false, false);
    private static final Word SAID_YES_TO_SOMETHING_ELSE = new Word(5, true, false, true);
    private static final Word SILENT_ON = new Word(6, false, true, false);
    private static final Word SILENT_OFF = new Word(7, false, false, false);
    private static final Word SILENT_AND_TO_BE_ASKED = new Word(8, false, false, true);
    private static final List<Word> WORDS =
            List.of(SAID_YES, SAID_NO, SAID_YES_TO_SOMETHING_ELSE, SILENT_ON, SILENT_OFF, SILENT_AND_TO_BE_ASKED);

    @Test
    void a_customers_choice_is_answered_with_its_reason() {
        assertThat(toCustomer(Offer.CHOICE, SAID_YES)).isEqualTo(new Verdict(true, Because.CHOSEN, 3));
        assertThat(toCustomer(Offer.CHOICE, SAID_NO)).isEqualTo(new Verdict(false, Because.REFUSED, 4));
        assertThat(toCustomer(Offer.CHOICE, SAID_YES_TO_SOMETHING_ELSE))
                .isEqualTo(new Verdict(false, Because.NEW_CHOICE_NEEDED, 5));
        assertThat(toCustomer(Offer.CHOICE, SILENT_ON)).isEqualTo(new Verdict(true, Because.NOT_REFUSED, 6));
        assertThat(toCustomer(Offer.CHOICE, SILENT_OFF)).isEqualTo(new Verdict(false, Because.NOT_CHOSEN, 7));
        assertThat(toCustomer(Offer.CHOICE, SILENT_AND_TO_BE_ASKED))
                .isEqualTo(new Verdict(false, Because.NEW_CHOICE_NEEDED, 8));
    }

    @Test
    void of_strangers_nobody_has_allowed_anything_that_is_theirs_to_decide() {
        Verdict refused = new Verdict(false, Because.UNKNOWN_SUBJECT, 0);
        assertThat(toCustomer(Offer.CHOICE, null)).isEqualTo(refused);
        assertThat(toContactPoint(Offer.CHOICE, null, List.of(), false)).isEqualTo(refused);
    }

    @Test
    void what_cannot_be_switched_off_says_so_and_goes_to_strangers_as_well() {
        assertThat(toCustomer(Offer.SERVICE_MESSAGE, SILENT_ON))
                .isEqualTo(new Verdict(true, Because.SERVICE_MESSAGE, 6));
        assertThat(toCustomer(Offer.SERVICE_MESSAGE, null)).isEqualTo(new Verdict(true, Because.SERVICE_MESSAGE, 0));
        assertThat(toContactPoint(Offer.SERVICE_MESSAGE, null, List.of(), false))
                .isEqualTo(new Verdict(true, Because.SERVICE_MESSAGE, 0));
        assertThat(toCustomer(Offer.ON_REQUEST, SILENT_ON)).isEqualTo(new Verdict(true, Because.ASKED_FOR, 6));
    }

    @Test
    void what_has_to_be_asked_for_goes_to_those_who_have_and_never_against_a_no() {
        Verdict offered = toCustomer(Offer.ON_REQUEST, SILENT_ON);
        assertThat(JudgeSend.onRequest(offered, true)).isEqualTo(new Verdict(true, Because.ASKED_FOR, 6));
        assertThat(JudgeSend.onRequest(offered, false)).isEqualTo(new Verdict(false, Because.NOT_ASKED_FOR, 6));
        assertThat(JudgeSend.onRequest(toCustomer(Offer.ON_REQUEST, null), false))
                .isEqualTo(new Verdict(false, Because.NOT_ASKED_FOR, 0));
        assertThat(JudgeSend.onRequest(toCustomer(Offer.ON_REQUEST, SAID_NO), true))
                .isEqualTo(new Verdict(false, Because.REFUSED, 4));
    }

    /** Somebody said no when it still was theirs to decide, and it is the same thing as then. */
    @ParameterizedTest
    @EnumSource(Offer.class)
    void a_no_that_still_counts_is_a_no_whatever_the_register_offers(Offer offer) {
        assertThat(toCustomer(offer, SAID_NO).because()).isEqualTo(Because.REFUSED);
        assertThat(toContactPoint(offer, null, List.of(SAID_YES, SAID_NO), false)
                        .because())
                .isEqualTo(Because.REFUSED);
    }

    @Test
    void at_a_contact_point_the_most_protective_choice_wins_whoever_made_it() {
        assertThat(toContactPoint(Offer.CHOICE, SAID_NO, List.of(SAID_YES), false))
                .isEqualTo(new Verdict(false, Because.REFUSED, 4));
        assertThat(toContactPoint(Offer.CHOICE, SAID_YES, List.of(SAID_NO), false))
                .isEqualTo(new Verdict(false, Because.REFUSED, 3));
        assertThat(toContactPoint(Offer.CHOICE, SAID_YES, List.of(SILENT_OFF), false))
                .isEqualTo(new Verdict(true, Because.CHOSEN, 3));
        assertThat(toContactPoint(Offer.CHOICE, null, List.of(SILENT_OFF, SAID_YES), false))
                .isEqualTo(new Verdict(true, Because.CHOSEN, 0));
        assertThat(toContactPoint(Offer.CHOICE, SILENT_ON, List.of(SILENT_ON), false))
                .isEqualTo(new Verdict(true, Because.NOT_REFUSED, 6));
        assertThat(toContactPoint(Offer.CHOICE, SILENT_ON, List.of(SILENT_OFF), false))
                .isEqualTo(new Verdict(false, Because.NOT_CHOSEN, 6));
    }

    @Test
    void a_suppression_counts_more_than_any_customers_yes() {
        assertThat(toContactPoint(Offer.CHOICE, null, List.of(SAID_YES), true))
                .isEqualTo(new Verdict(false, Because.SUPPRESSED, 0));
        assertThat(toContactPoint(Offer.SERVICE_MESSAGE, SILENT_ON, List.of(), true))
                .isEqualTo(new Verdict(false, Because.SUPPRESSED, 6));
    }

    @Test
    void the_order_of_customers_never_matters_and_another_no_never_helps() {
        Random random = new Random(20260302);
        for (int round = 0; round < 2000; round++) {
            // Given
            List<Word> customers = new ArrayList<>(Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                    .limit(random.nextInt(5))
                    .toList());
            Word own = random.nextBoolean() ? WORDS.get(random.nextInt(WORDS.size())) : null;
            Verdict verdict = toContactPoint(Offer.CHOICE, own, customers, false);

            // Then
            Collections.shuffle(customers, random);
            assertThat(toContactPoint(Offer.CHOICE, own, customers, false)).isEqualTo(verdict);
            customers.add(SAID_NO);
            assertThat(toContactPoint(Offer.CHOICE, own, customers, false).allowed())
                    .isFalse();
            assertThat(toContactPoint(Offer.CHOICE, own, List.of(), true).allowed())
                    .isFalse();
        }
    }
}
