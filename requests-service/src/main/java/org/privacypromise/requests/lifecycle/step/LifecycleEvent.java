package org.privacypromise.requests.lifecycle.step;

import java.time.LocalDate;

/** What can happen to a request once it is there. What each of them leads to is for {@link Lifecycle} to say. */
public sealed interface LifecycleEvent {

    /** Its name in the history and in the diagram. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * A guest has proven to control a contact point that belongs to no customer.
     *
     * @param verificationId the proof; mails go to the contact point that it is about
     */
    record ContactPointVerified(String verificationId, String contactRef) implements LifecycleEvent {}

    /** A guest has proven to control a contact point, and it is a customer's: a mailbox alone does not open an account. */
    record CustomerRecognised(String verificationId, String contactRef) implements LifecycleEvent {}

    /** The customer has signed in and made the guest's request their own. */
    record SignedIn(String customerId) implements LifecycleEvent {}

    /** Whom an objection to advertising is about has become known; it needs no proof. */
    record NoProofNeeded() implements LifecycleEvent {}

    /** The screening found nothing. */
    record ScreeningAllowed() implements LifecycleEvent {}

    /** A person has to look: the screening found something, or the right is one that a person weighs. */
    record ReviewNeeded() implements LifecycleEvent {}

    /** A person has looked, and it is granted. */
    record ReviewAllowed() implements LifecycleEvent {}

    /** A person has looked at what the screening found, and refuses. */
    record ReviewDenied() implements LifecycleEvent {}

    /** A person refuses it, on a ground of the law and with evidence (GDPR Art. 12(4) and (5)). */
    record Refused(Ground ground) implements LifecycleEvent {}

    /** Real doubts: it was asked formally for more about who asks (GDPR Art. 12(6)). Dates are local ones of the place. */
    record IdentityAsked(LocalDate on) implements MovesClock {}

    /** What was asked for about who asks has arrived. */
    record IdentityReceived(LocalDate on) implements MovesClock {}

    /** It was asked which data or processing is meant, because it cannot be answered otherwise. */
    record ClarificationAsked(LocalDate on) implements MovesClock {}

    /** That was answered. */
    record ClarificationReceived(LocalDate on) implements MovesClock {}

    /** The longer time of the law is taken, with reasons (GDPR Art. 12(3)). */
    record Extended() implements MovesClock {}

    /** Every system has answered, and so have we. */
    record Answered() implements LifecycleEvent {}

    /** Not every system could do its part, and the answer says so. */
    record PartlyAnswered() implements LifecycleEvent {}

    /** Data of the person has turned up after its erasure: it is erased again. */
    record Reopened() implements LifecycleEvent {}

    /** It was not proven in time, or cannot be proven any more, who asked. */
    record ProofMissing() implements LifecycleEvent {}

    /** Whoever asked has taken it back. */
    record Withdrawn() implements LifecycleEvent {}

    /** What changes the facts of the clock and leaves the request where it is: the due date is derived anew. */
    sealed interface MovesClock extends LifecycleEvent {}
}
