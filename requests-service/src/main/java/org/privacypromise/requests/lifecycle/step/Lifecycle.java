package org.privacypromise.requests.lifecycle.step;

import static org.privacypromise.requests.lifecycle.step.Status.ANSWERED;
import static org.privacypromise.requests.lifecycle.step.Status.AWAITING_SIGN_IN;
import static org.privacypromise.requests.lifecycle.step.Status.AWAITING_VERIFICATION;
import static org.privacypromise.requests.lifecycle.step.Status.FULFILLING;
import static org.privacypromise.requests.lifecycle.step.Status.IN_REVIEW;
import static org.privacypromise.requests.lifecycle.step.Status.LAPSED;
import static org.privacypromise.requests.lifecycle.step.Status.REFUSED;
import static org.privacypromise.requests.lifecycle.step.Status.SCREENING;
import static org.privacypromise.requests.lifecycle.step.Status.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Answered;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ContactPointVerified;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.CustomerRecognised;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ProofMissing;
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
            new Transition(AWAITING_VERIFICATION, ProofMissing.class, LAPSED),
            new Transition(AWAITING_VERIFICATION, Withdrawn.class, WITHDRAWN),
            new Transition(AWAITING_SIGN_IN, SignedIn.class, SCREENING),
            new Transition(AWAITING_SIGN_IN, ProofMissing.class, LAPSED),
            new Transition(AWAITING_SIGN_IN, Withdrawn.class, WITHDRAWN),
            new Transition(SCREENING, ScreeningAllowed.class, FULFILLING),
            new Transition(SCREENING, ReviewNeeded.class, IN_REVIEW),
            new Transition(SCREENING, Withdrawn.class, WITHDRAWN),
            new Transition(IN_REVIEW, ReviewAllowed.class, FULFILLING),
            new Transition(IN_REVIEW, ReviewDenied.class, REFUSED),
            new Transition(IN_REVIEW, Withdrawn.class, WITHDRAWN),
            new Transition(FULFILLING, Answered.class, ANSWERED));

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

    private static Set<Status> reachableFrom(Status from) {
        Set<Status> reached = EnumSet.noneOf(Status.class);
        TABLE.stream().filter(line -> line.from() == from).forEach(line -> {
            reached.add(line.to());
            reached.addAll(reachableFrom(line.to()));
        });
        return reached;
    }
}
