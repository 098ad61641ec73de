package org.privacypromise.requests.desk.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.requests.desk.step.DeskStep.ASK_CLARIFICATION;
import static org.privacypromise.requests.desk.step.DeskStep.ASK_IDENTITY;
import static org.privacypromise.requests.desk.step.DeskStep.ASSIGN;
import static org.privacypromise.requests.desk.step.DeskStep.DECIDE;
import static org.privacypromise.requests.desk.step.DeskStep.EXTEND;
import static org.privacypromise.requests.desk.step.DeskStep.NOTE;
import static org.privacypromise.requests.desk.step.DeskStep.PROPOSE_GRANT;
import static org.privacypromise.requests.desk.step.DeskStep.PROPOSE_REFUSAL;
import static org.privacypromise.requests.desk.step.DeskStep.TAKE_CLARIFICATION;
import static org.privacypromise.requests.desk.step.DeskStep.TAKE_IDENTITY;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;

class PossibleStepsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-02");
    private static final Facts NEW = Facts.ofReceipt(DAY, "GB-ENG", Regime.UK_GDPR, Right.ACCESS);

    @Test
    void a_request_that_a_person_weighs_can_be_granted_or_refused_while_it_is_looked_at() {
        assertThat(new PossibleSteps(Status.IN_REVIEW, NEW, false, true, true, false).all())
                .containsExactlyInAnyOrder(
                        ASSIGN, NOTE, ASK_CLARIFICATION, ASK_IDENTITY, EXTEND, PROPOSE_GRANT, PROPOSE_REFUSAL);
    }

    @Test
    void what_is_in_review_for_fraud_is_not_the_desk_s_to_grant() {
        assertThat(new PossibleSteps(Status.IN_REVIEW, NEW, false, true, false, false).all())
                .contains(PROPOSE_REFUSAL)
                .doesNotContain(PROPOSE_GRANT);
    }

    @Test
    void one_proposal_waits_at_a_time_and_is_decided_first() {
        assertThat(new PossibleSteps(Status.IN_REVIEW, NEW, false, true, true, true).all())
                .contains(DECIDE)
                .doesNotContain(PROPOSE_GRANT, PROPOSE_REFUSAL);
    }

    @Test
    void each_question_is_asked_once_and_answered_once() {
        Facts asked = new Facts(DAY, "GB-ENG", Regime.UK_GDPR, Right.ACCESS, null, DAY, null, false);
        assertThat(new PossibleSteps(Status.IN_REVIEW, asked, true, true, true, false).all())
                .contains(TAKE_CLARIFICATION, TAKE_IDENTITY)
                .doesNotContain(ASK_CLARIFICATION, ASK_IDENTITY);

        Facts answered = new Facts(DAY, "GB-ENG", Regime.UK_GDPR, Right.ACCESS, DAY, DAY, DAY, false);
        assertThat(new PossibleSteps(Status.IN_REVIEW, answered, true, true, true, false).all())
                .doesNotContain(ASK_CLARIFICATION, ASK_IDENTITY, TAKE_CLARIFICATION, TAKE_IDENTITY);
    }

    @Test
    void more_time_is_taken_once_and_only_where_it_can_still_be_told_in_time() {
        Facts extended = new Facts(DAY, "GB-ENG", Regime.UK_GDPR, Right.ACCESS, null, null, null, true);

        assertThat(new PossibleSteps(Status.IN_REVIEW, extended, false, true, true, false).all())
                .doesNotContain(EXTEND);
        assertThat(new PossibleSteps(Status.IN_REVIEW, NEW, false, false, true, false).all())
                .doesNotContain(EXTEND);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void of_a_closed_request_nothing_is_left_but_to_note_something(Status status) {
        Set<DeskStep> possible = new PossibleSteps(status, NEW, false, true, true, true).all();

        if (status.isClosed()) {
            assertThat(possible).containsExactly(NOTE);
        } else {
            assertThat(possible).contains(ASSIGN, NOTE);
        }
    }
}
