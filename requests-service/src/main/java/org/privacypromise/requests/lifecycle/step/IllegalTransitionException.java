package org.privacypromise.requests.lifecycle.step;

/** This cannot happen to a request that is there; nothing has changed. */
public final class IllegalTransitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Status status;

    IllegalTransitionException(Status status, LifecycleEvent event) {
        super(event.name() + " cannot happen to a request that is " + status, null, false, false);
        this.status = status;
    }

    /** Where the request is and stays. */
    public Status status() {
        return status;
    }
}
