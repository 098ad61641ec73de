package org.privacypromise.requests.clock.law;

/** Facts that cannot be true together. */
public final class ContradictoryFactsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    ContradictoryFactsException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Which of the facts to correct. */
    public String field() {
        return field;
    }
}
