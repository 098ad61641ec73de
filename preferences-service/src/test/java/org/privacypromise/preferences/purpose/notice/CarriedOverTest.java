package org.privacypromise.preferences.purpose.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.preferences.purpose.notice.SmallNotice.choosable;
import static org.privacypromise.preferences.purpose.notice.SmallNotice.purpose;
import static org.privacypromise.preferences.purpose.notice.SmallNotice.serviceMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.purpose.notice.Notice.Way;

/** A new version of the notice never changes a choice without the customer being asked. */
class CarriedOverTest {

    private static final Cell EMAIL = new Cell("news", "email", "main");
    private static final Cell SMS = new Cell("news", "sms", "main");
    private static final List<String> CONSENT = List.of("CONSENT");
    private static final List<String> INTERESTS = List.of("LEGITIMATE_INTERESTS");
    private static final List<String> CONTRACT = List.of("CONTRACT");

    @Nested
    class Of_somebody_who_chose {

        @Test
        void a_choice_stands_while_its_purpose_rests_on_the_same() {
            Terms then = terms(CONSENT, choosable("email", false));
            Terms now = terms(CONSENT, choosable("email", false), choosable("sms", false));

            assertThat(CarriedOver.chosen(EMAIL, true, then, now)).isEqualTo(Standing.ALLOWED);
            assertThat(CarriedOver.chosen(EMAIL, false, then, now)).isEqualTo(Standing.REFUSED);
        }

        @Test
        void what_was_allowed_on_one_basis_is_asked_again_on_another() {
            Terms then = terms(INTERESTS, choosable("email", true));
            Terms now = terms(CONSENT, choosable("email", false));

            assertThat(CarriedOver.chosen(EMAIL, true, then, now)).isEqualTo(Standing.TO_BE_ASKED);
        }

        @Test
        void one_more_basis_is_another_basis_too_and_their_order_is_not() {
            Terms then = terms(List.of("CONSENT", "SOFT_OPT_IN"), choosable("email", false));

            assertThat(CarriedOver.chosen(EMAIL, true, then, terms(CONSENT, choosable("email", false))))
                    .isEqualTo(Standing.TO_BE_ASKED);
            assertThat(CarriedOver.chosen(
                            EMAIL, true, then, terms(List.of("SOFT_OPT_IN", "CONSENT"), choosable("email", false))))
                    .isEqualTo(Standing.ALLOWED);
        }

        @Test
        void a_refusal_stays_whatever_the_purpose_rests_on_and_whatever_holds_by_default() {
            Terms then = terms(CONSENT, choosable("email", false));

            assertThat(CarriedOver.chosen(EMAIL, false, then, terms(INTERESTS, choosable("email", true))))
                    .isEqualTo(Standing.REFUSED);
        }

        @Test
        void calling_it_a_service_message_does_not_undo_a_refusal() {
            Terms then = terms(INTERESTS, choosable("email", true));

            assertThat(CarriedOver.chosen(EMAIL, false, then, terms(INTERESTS, serviceMessage("email"))))
                    .isEqualTo(Standing.REFUSED);
        }

        @Test
        void what_has_become_a_part_of_the_contract_is_not_what_was_chosen_about() {
            Terms then = terms(INTERESTS, choosable("email", true));
            Terms now = terms(CONTRACT, serviceMessage("email"));

            assertThat(CarriedOver.chosen(EMAIL, false, then, now)).isEqualTo(Standing.ALLOWED);
            assertThat(CarriedOver.chosen(EMAIL, true, then, now)).isEqualTo(Standing.ALLOWED);
        }
    }

    @Nested
    class Of_somebody_who_never_chose {

        @Test
        void a_new_way_that_is_off_unless_chosen_is_off() {
            Terms then = terms(CONSENT, choosable("email", false));
            Terms now = terms(CONSENT, choosable("email", false), choosable("sms", false));

            assertThat(CarriedOver.neverChosen(SMS, then, now)).isEqualTo(Standing.REFUSED);
        }

        @Test
        void a_new_way_that_is_on_unless_chosen_is_on_only_in_a_legitimate_interest_they_knew_of() {
            Terms now = terms(INTERESTS, choosable("email", true), choosable("sms", true));

            assertThat(CarriedOver.neverChosen(SMS, terms(INTERESTS, choosable("email", true)), now))
                    .isEqualTo(Standing.ALLOWED);
            assertThat(CarriedOver.neverChosen(SMS, terms(CONTRACT, choosable("email", true)), now))
                    .isEqualTo(Standing.TO_BE_ASKED);
            assertThat(CarriedOver.neverChosen(SMS, Terms.of(SmallNotice.of("1")), now))
                    .as("a purpose that they did not know of")
                    .isEqualTo(Standing.TO_BE_ASKED);
            assertThat(CarriedOver.neverChosen(
                            SMS,
                            terms(CONTRACT, choosable("email", true)),
                            terms(CONTRACT, choosable("email", true), choosable("sms", true))))
                    .as("no legitimate interest at all")
                    .isEqualTo(Standing.TO_BE_ASKED);
        }

        @Test
        void what_was_on_unless_chosen_stays_on_only_on_the_same_basis() {
            Terms then = terms(INTERESTS, choosable("email", true));

            assertThat(CarriedOver.neverChosen(EMAIL, then, terms(INTERESTS, choosable("email", true))))
                    .isEqualTo(Standing.ALLOWED);
            assertThat(CarriedOver.neverChosen(
                            EMAIL, then, terms(List.of("LEGITIMATE_INTERESTS", "CONTRACT"), choosable("email", true))))
                    .isEqualTo(Standing.TO_BE_ASKED);
        }

        @Test
        void what_was_off_unless_chosen_does_not_come_on_by_itself() {
            Terms then = terms(INTERESTS, choosable("email", false));

            assertThat(CarriedOver.neverChosen(EMAIL, then, terms(INTERESTS, choosable("email", true))))
                    .isEqualTo(Standing.TO_BE_ASKED);
        }

        @Test
        void a_service_message_is_no_choice() {
            assertThat(CarriedOver.neverChosen(
                            EMAIL, Terms.of(SmallNotice.of("1")), terms(CONTRACT, serviceMessage("email"))))
                    .isEqualTo(Standing.ALLOWED);
        }
    }

    @Test
    void for_somebody_new_the_register_says_what_holds() {
        Terms now = terms(INTERESTS, choosable("email", true), choosable("sms", false), serviceMessage("post"));

        assertThat(CarriedOver.byDefault(EMAIL, now)).isEqualTo(Standing.ALLOWED);
        assertThat(CarriedOver.byDefault(SMS, now)).isEqualTo(Standing.REFUSED);
        assertThat(CarriedOver.byDefault(new Cell("news", "post", "main"), now)).isEqualTo(Standing.ALLOWED);
        assertThat(CarriedOver.byDefault(new Cell("news", "fax", "main"), now)).isEqualTo(Standing.REFUSED);
    }

    @Test
    void whatever_the_two_notices_say_nothing_that_is_choosable_comes_on_that_was_off() {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 20_000; i++) {
            Terms then = random(random);
            Terms now = random(random);
            boolean theirs = now.way(EMAIL).map(Way::changeable).orElse(true);

            Standing silent = CarriedOver.neverChosen(EMAIL, then, now);
            Standing refused = CarriedOver.chosen(EMAIL, false, then, now);
            Standing allowed = CarriedOver.chosen(EMAIL, true, then, now);

            if (theirs) {
                assertThat(refused.allowed()).as("seed %d, round %d", seed, i).isFalse();
                assertThat(refused.newChoiceNeeded())
                        .as("seed %d, round %d", seed, i)
                        .isFalse();
                boolean wasOff =
                        then.way(EMAIL).map(way -> !way.allowedByDefault()).orElse(false);
                assertThat(wasOff && silent.allowed())
                        .as("seed %d, round %d", seed, i)
                        .isFalse();
                assertThat(allowed.allowed())
                        .as("seed %d, round %d", seed, i)
                        .isEqualTo(now.restsOnTheSameAs(then, "news"));
            }
            assertThat(List.of(silent, refused, allowed))
                    .as("seed %d, round %d: nothing is both on and to be asked", seed, i)
                    .noneMatch(standing -> standing.allowed() && standing.newChoiceNeeded());
        }
    }

    private static Terms random(RandomGenerator random) {
        List<Way> ways = new ArrayList<>();
        if (random.nextInt(5) > 0) {
            boolean changeable = random.nextBoolean();
            ways.add(new Way("email", "main", changeable, !changeable || random.nextBoolean()));
        }
        List<List<String>> bases =
                List.of(List.of(), CONSENT, INTERESTS, CONTRACT, List.of("LEGITIMATE_INTERESTS", "CONTRACT"));
        return random.nextInt(10) == 0
                ? Terms.of(SmallNotice.of("1"))
                : terms(bases.get(random.nextInt(bases.size())), ways.toArray(new Way[0]));
    }

    private static Terms terms(List<String> bases, Way... ways) {
        return Terms.of(SmallNotice.of("1", purpose("news", bases, ways)));
    }
}
