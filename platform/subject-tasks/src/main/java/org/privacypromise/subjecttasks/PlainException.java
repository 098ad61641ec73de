package org.privacypromise.subjecttasks;

/** A fault whose message names nobody, so that it may be logged. */
class PlainException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlainException(String message) {
        super(message, null, false, false);
    }
}
