package org.privacypromise.requests.alert;

/** How much of a request's time is over. */
public enum Level {
    HALF,
    /** Our own target, which is earlier than the law's. */
    TARGET,
    EIGHTY,
    NINETY_FIVE,
    OVERDUE;

    /** From which share of the time on. */
    double share(double target) {
        return switch (this) {
            case HALF -> 0.5;
            case TARGET -> target;
            case EIGHTY -> 0.8;
            case NINETY_FIVE -> 0.95;
            case OVERDUE -> 1;
        };
    }
}
