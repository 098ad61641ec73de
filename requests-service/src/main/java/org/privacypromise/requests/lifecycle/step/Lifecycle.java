package org.privacypromise.requests.lifecycle.step;

import static org.privacypromise.requests.lifecycle.step.Status.ANSWERED;
import static org.privacypromise.requests.lifecycle.step.Status.ANSWERED_IN_PART;
import static org.privacypromise.requests.lifecycle.step.Status.AWAITING_SIGN_IN;
import static org.privacypromise.requests.lifecycle.step.Status.AWAITING_VERIFICATION;
import static org.privacypromise.requests.lifecycle.step.Status.FULFILLING;
import static org.privacypromise.requests.lifecycle.step.Status.IN_REVIEW;
import static org.privacypromise.requests.lifecycle.step.Status.LAPSED;
import static org.privacypromise.requests.lifecycle.step.Status.REFUSED;
import static org.privacypromise.requests.lifecycle.step.Status.SCREENING;
import static org.privacypromise.requests.lifecycle.step.Status.WITHDRAWN;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Answered;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ClarificationAsked;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ClarificationReceived;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ContactPointVerified;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.CustomerRecognised;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Extended;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.IdentityAsked;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.IdentityReceived;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.NoProofNeeded;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.PartlyAnswered;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ProofMissing;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Refused;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Reopened;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ReviewAllowed;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ReviewDenied;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ReviewNeeded;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ScreeningAllowed;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.SignedIn;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Withdrawn;

/** The one table of the lifecycle: what may happen where, and what it leads to. What is not in it is illegal. */
public final class Lifecycle {

    /** One line of the table. */
    public record Transition(Status from, Class<? extends LifecycleEvent> event, Status to) {}

    private static final List<Transition> TABLE = List.of(
            new Transition(AWAITING_VERIFICATION, ContactPointVerified.class, SCREENING),
            new Transition(AWAITING_VERIFICATION, CustomerRecognised.class, AWAITING_SIGN_IN),
            new Transition(AWAITING_VERIFICATION, NoProofNeeded.class, FULFILLING),
            new Transition(AWAITING_VERIFICATION, ProofMissing.class, LAPSED),
            new Transition(AWAITING_VERIFICATION, Withdrawn.class, WITHDRAWN),
            new Transition(AWAITING_SIGN_IN, SignedIn.class, SCREENING),
            new Transition(AWAITING_SIGN_IN, ProofMissing.class, LAPSED),
            new Transition(AWAITING_SIGN_IN, Withdrawn.class, WITHDRAWN),
            new Transition(SCREENING, ScreeningAllowed.class, FULFILLING),
            new Transition(SCREENING, ReviewNeeded.class, IN_REVIEW),
            new Transition(SCREENING, Withdrawn.class, WITHDRAWN),
            stays(SCREENING, IdentityAsked.class),
            stays(SCREENING, IdentityReceived.class),
            stays(SCREENING, ClarificationAsked.class),
            stays(SCREENING, ClarificationReceived.class),
            stays(SCREENING, Extended.class),
            new Transition(IN_REVIEW, ReviewAllowed.class, FULFILLING),
            new Transition(IN_REVIEW, ReviewDenied.class, REFUSED),
            new Transition(IN_REVIEW, Refused.class, REFUSED),
            new Transition(IN_REVIEW, Withdrawn.class, WITHDRAWN),
            stays(IN_REVIEW, IdentityAsked.class),
            stays(IN_REVIEW, IdentityReceived.class),
            stays(IN_REVIEW, ClarificationAsked.class),
            stays(IN_REVIEW, ClarificationReceived.class),
            stays(IN_REVIEW, Extended.class),
            new Transition(FULFILLING, Answered.class, ANSWERED),
            new Transition(FULFILLING, PartlyAnswered.class, ANSWERED_IN_PART),
            new Transition(FULFILLING, Refused.class, REFUSED),
            stays(FULFILLING, ClarificationAsked.class),
            stays(FULFILLING, ClarificationReceived.class),
            stays(FULFILLING, Extended.class),
            stays(FULFILLING, Reopened.class),
            new Transition(ANSWERED, Reopened.class, FULFILLING),
            new Transition(ANSWERED_IN_PART, Reopened.class, FULFILLING));

    private Lifecycle() {}

    /** Every line, in the order in which a request may pass them. */
    public static List<Transition> table() {
        return TABLE;
    }

    /** @throws IllegalTransitionException if this cannot happen there */
    public static Status next(Status status, LifecycleEvent event) {
        return find(status, event.getClass()).orElseThrow(() -> new IllegalTransitionException(status, event));
    }

    /** Whether this can happen there. */
    public static boolean allows(Status status, LifecycleEvent event) {
        return find(status, event.getClass()).isPresent();
    }

    /**
     * Whether this could have happened on the way to here and now no longer can: it has already, or something else has
     * instead. Events that arrive late or again are of this kind; one that is neither allowed nor past is impossible.
     */
    public static boolean isPast(Status status, LifecycleEvent event) {
        return !allows(status, event)
                && TABLE.stream()
                        .filter(line -> line.event() == event.getClass())
                        .anyMatch(line -> reachableFrom(line.from()).contains(status));
    }

    private static Optional<Status> find(Status status, Class<? extends LifecycleEvent> event) {
        return TABLE.stream()
                .filter(line -> line.from() == status && line.event() == event)
                .map(Transition::to)
                .findFirst();
    }

    private static Transition stays(Status status, Class<? extends LifecycleEvent> event) {
        return new Transition(status, event, status);
    }

    private static Set<Status> reachableFrom(Status from) {
        Set<Status> reached = EnumSet.noneOf(Status.class);
        Deque<Status> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Status status = open.remove();
            TABLE.stream()
                    .filter(line -> line.from() == status && reached.add(line.to()))
                    .forEach(line -> open.add(line.to()));
        }
        return reached;
    }
}
