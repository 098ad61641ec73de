package org.privacypromise.local;

/** The stack cannot do what was asked. The message says why and what to do, in words for the person at the console. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StackException(String message) {
        super(message);
    }

    StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
