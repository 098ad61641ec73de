package org.privacypromise.outbox;

/** The record is not a CloudEvent. */
final class UnreadableEnvelopeException extends PoisonEventException {

    UnreadableEnvelopeException(String message) {
        super(message);
    }
}
