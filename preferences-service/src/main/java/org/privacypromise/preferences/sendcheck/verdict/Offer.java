package org.privacypromise.preferences.sendcheck.verdict;

/** What a cell of the register is to the customer. */
public enum Offer {
    /** Theirs to decide. */
    CHOICE(Because.CHOSEN, Because.NOT_REFUSED),
    /** What they cannot switch off, since something they need comes with it. */
    SERVICE_MESSAGE(Because.SERVICE_MESSAGE, Because.SERVICE_MESSAGE),
    /** One message that they ask for, and can ask not to get ({@link JudgeSend#onRequest}). */
    ON_REQUEST(Because.ASKED_FOR, Because.ASKED_FOR);

    private final Because whenChosen;
    private final Because whenSilent;

    Offer(Because whenChosen, Because whenSilent) {
        this.whenChosen = whenChosen;
        this.whenSilent = whenSilent;
    }

    Because allowedBecause(boolean chosen) {
        return chosen ? whenChosen : whenSilent;
    }
}
