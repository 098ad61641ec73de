package org.privacypromise.frame;

import org.jspecify.annotations.Nullable;

/**
 * A fault as it may be logged: its classes and where it happened, without the messages. Libraries write what they
 * choked on into those, and that can be somebody's address.
 */
public final class WithoutMessages extends RuntimeException {

    private WithoutMessages(Throwable original, @Nullable Throwable cause) {
        super(original.getClass().getName(), cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    /** The same chain of causes and places. */
    public static Throwable of(Throwable original) {
        Throwable cause = original.getCause();
        return new WithoutMessages(original, cause == null || cause == original ? null : of(cause));
    }
}
