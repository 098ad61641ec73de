package org.privacypromise.preferences.ndjson;

/** A line is not what it should be. The message says what would be right, and repeats nothing of the line. */
public final class UnreadableLineException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableLineException(String message) {
        // An expected answer, not a defect: no stack trace is worth its cost.
        super(message, null, false, false);
    }

    /** What would be right. */
    public String remedy() {
        return String.valueOf(getMessage());
    }
}
