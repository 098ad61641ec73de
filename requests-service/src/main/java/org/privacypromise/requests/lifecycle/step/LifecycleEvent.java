package org.privacypromise.requests.lifecycle.step;

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

    /** The screening found nothing. */
    record ScreeningAllowed() implements LifecycleEvent {}

    /** The screening found something: a person has to look. */
    record ReviewNeeded() implements LifecycleEvent {}

    /** A person has looked and found nothing. */
    record ReviewAllowed() implements LifecycleEvent {}

    /** A person has looked and refuses, with reasons. */
    record ReviewDenied() implements LifecycleEvent {}

    /** Every system has answered, and so have we. */
    record Answered() implements LifecycleEvent {}

    /** It was not proven in time, or cannot be proven any more, who asked. */
    record ProofMissing() implements LifecycleEvent {}

    /** Whoever asked has taken it back. */
    record Withdrawn() implements LifecycleEvent {}
}
