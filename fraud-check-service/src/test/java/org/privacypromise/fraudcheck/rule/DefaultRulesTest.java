package org.privacypromise.fraudcheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.fraudcheck.rule.verdict.Screened.REQUEST;
import static org.privacypromise.fraudcheck.rule.verdict.Screened.VERIFICATION;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacypromise.fraudcheck.rule.verdict.Judgement;
import org.privacypromise.fraudcheck.rule.verdict.Reason;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;
import org.privacypromise.fraudcheck.signal.value.Facts;
import org.privacypromise.fraudcheck.signal.value.Signals;
import org.privacypromise.fraudcheck.velocity.count.Counts;
import org.privacypromise.fraudcheck.velocity.count.Measure;
import org.privacypromise.fraudcheck.velocity.count.Window;

class DefaultRulesTest {

    private static final RuleSet RULES = RuleSetLoader.loadDefault();

    @ParameterizedTest
    @CsvSource({
        "REQUEST, origin.requests, LAST_HOUR, 5, many-requests-from-one-origin, REVIEW",
        "REQUEST, contact_point.requests, LAST_DAY, 3, many-requests-for-one-contact-point, REVIEW",
        "REQUEST, customer.requests, LAST_DAY, 3, many-requests-of-one-customer, REVIEW",
        "REQUEST, customer.requests, LAST_30_DAYS, 10, many-requests-of-one-customer, REVIEW",
        "REQUEST, contact_point.failed_verifications, LAST_DAY, 1, failed-codes-for-this-contact-point, REVIEW",
        "REQUEST, contact_point.disposable_mailboxes, LAST_DAY, 0, disposable-mailbox, REVIEW",
        "REQUEST, origin.contact_points, LAST_HOUR, 5, many-contact-points-from-one-origin, REVIEW",
        "VERIFICATION, origin.verifications, LAST_HOUR, 10, many-verifications-from-one-origin, REVIEW",
        "VERIFICATION, origin.verifications, LAST_HOUR, 60, flood-of-verifications-from-one-origin, DENY",
        "VERIFICATION, contact_point.verifications, LAST_HOUR, 5, many-verifications-for-one-contact-point, REVIEW",
        "VERIFICATION, origin.contact_points, LAST_HOUR, 5, many-contact-points-from-one-origin, REVIEW",
    })
    void each_rule_speaks_from_one_more_than_its_threshold_on(
            Screened screened, String measure, Window window, long threshold, String rule, Verdict verdict) {
        assertThat(judge(screened, measure, window, threshold).reasons())
                .extracting(Reason::rule)
                .doesNotContain(rule);
        Judgement above = judge(screened, measure, window, threshold + 1);
        assertThat(above.verdict()).isEqualTo(verdict);
        assertThat(above.reasons()).extracting(Reason::rule).contains(rule);
    }

    @Test
    void who_comes_for_the_first_time_is_let_through() {
        Signals first = Signals.of(new Facts("ACCESS", "WEB", null, true, true, true, false), firstAttempt());

        assertThat(RULES.judge(REQUEST, first).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(RULES.judge(VERIFICATION, first).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void a_disposable_mailbox_makes_a_person_look_and_is_never_refused_for_that() {
        Signals disposable = Signals.of(new Facts(null, null, null, true, true, false, true), firstAttempt());

        for (Screened screened : Screened.values()) {
            assertThat(RULES.judge(screened, disposable).verdict()).isEqualTo(Verdict.REVIEW);
            assertThat(RULES.judge(screened, disposable).reasons())
                    .extracting(Reason::rule)
                    .containsExactly("disposable-mailbox");
        }
    }

    @Test
    void all_that_speaks_is_told_and_the_most_severe_decides() {
        Judgement judgement = RULES.judge(
                VERIFICATION, Signals.of(new Facts(null, null, null, true, true, true, true), Counts.all(Counts.MOST)));

        assertThat(judgement.verdict()).isEqualTo(Verdict.DENY);
        assertThat(judgement.reasons()).hasSize((int) RULES.rules().stream()
                .filter(rule -> rule.applies().contains(VERIFICATION))
                .count());
    }

    @Test
    void no_rule_refuses_a_request_by_itself_and_none_is_about_what_somebody_asks_for() {
        assertThat(RULES.rules())
                .filteredOn(rule -> rule.applies().contains(REQUEST))
                .allMatch(rule -> rule.reason().verdict() == Verdict.REVIEW)
                .noneMatch(rule -> rule.when().contains("right"));
    }

    @Test
    void what_people_are_told_gives_no_threshold_away() {
        assertThat(RULES.rules()).noneMatch(rule -> rule.reason().text("en").matches(".*\\d.*"));
    }

    /** One of everything that people do, and nothing that has to do with a disposable mailbox. */
    private static Counts firstAttempt() {
        return Counts.of(Arrays.stream(Measure.values())
                .filter(measure -> measure != Measure.CONTACT_POINT_DISPOSABLE_MAILBOXES)
                .collect(Collectors.toMap(
                        measure -> measure,
                        measure -> Arrays.stream(Window.values()).collect(Collectors.toMap(w -> w, w -> 1L)))));
    }

    private static Judgement judge(Screened screened, String measure, Window window, long count) {
        Measure counted = Arrays.stream(Measure.values())
                .filter(one -> one.word().equals(measure))
                .findFirst()
                .orElseThrow();
        return RULES.judge(screened, Signals.of(Facts.none(), Counts.of(Map.of(counted, Map.of(window, count)))));
    }
}
