package org.privacypromise.requests.desk.step;

import java.util.EnumSet;
import java.util.Set;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.lifecycle.step.Lifecycle;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ClarificationAsked;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ClarificationReceived;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Extended;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.IdentityAsked;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.IdentityReceived;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Refused;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ReviewAllowed;
import org.privacypromise.requests.lifecycle.step.Status;

/**
 * Where a request stands, as far as the desk can do something about it.
 *
 * @param identityAsked whether it was formally asked for more about who asks
 * @param extendable whether the law knows a longer time, and can still be told in time
 * @param weighed whether the desk decides on it; what is in review for another reason is for who looks for fraud
 * @param proposed whether a colleague's proposal waits for a decision
 */
public record PossibleSteps(
        Status status, Facts facts, boolean identityAsked, boolean extendable, boolean weighed, boolean proposed) {

    /** What is possible now, in the order in which it usually comes. */
    public Set<DeskStep> all() {
        Set<DeskStep> steps = EnumSet.noneOf(DeskStep.class);
        for (DeskStep step : DeskStep.values()) {
            if (isPossible(step)) {
                steps.add(step);
            }
        }
        return steps;
    }

    private boolean isPossible(DeskStep step) {
        return switch (step) {
            case NOTE -> true;
            case ASSIGN -> !status.isClosed();
            case ASK_CLARIFICATION -> allows(ClarificationAsked.class) && facts.clarificationAsked() == null;
            case TAKE_CLARIFICATION ->
                allows(ClarificationReceived.class)
                        && facts.clarificationAsked() != null
                        && facts.clarificationReceived() == null;
            case ASK_IDENTITY -> allows(IdentityAsked.class) && !identityAsked;
            case TAKE_IDENTITY -> allows(IdentityReceived.class) && identityAsked && facts.identityReceived() == null;
            case EXTEND -> allows(Extended.class) && extendable && !facts.extended();
            case PROPOSE_GRANT -> allows(ReviewAllowed.class) && weighed && !proposed;
            case PROPOSE_REFUSAL -> allows(Refused.class) && !proposed;
            case DECIDE -> proposed && !status.isClosed();
        };
    }

    private boolean allows(Class<? extends LifecycleEvent> event) {
        return Lifecycle.table().stream().anyMatch(line -> line.from() == status && line.event() == event);
    }
}
