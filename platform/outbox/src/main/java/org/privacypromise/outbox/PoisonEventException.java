package org.privacypromise.outbox;

/** The event can never be handled as it is: it is parked without a further try. The message holds no personal data. */
public class PoisonEventException extends RuntimeException {

    public PoisonEventException(String message) {
        super(message);
    }

    public PoisonEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
