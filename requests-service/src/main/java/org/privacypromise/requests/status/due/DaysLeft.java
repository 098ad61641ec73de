package org.privacypromise.requests.status.due;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How many days are left until the due date, in the classes by which metrics are told apart. */
public enum DaysLeft {
    OVERDUE("overdue", -1),
    NEXT("0-2", 2),
    SOON("3-7", 7),
    LATER("8-30", 30),
    MUCH_LATER("31+", Integer.MAX_VALUE);

    private final String label;
    private final int most;

    DaysLeft(String label, int most) {
        this.label = label;
        this.most = most;
    }

    /** As the metric's tag says it. */
    public String label() {
        return label;
    }

    /** On the due date itself none is left, and it is not late yet. */
    public static DaysLeft of(LocalDate dueDate, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, dueDate);
        for (DaysLeft left : values()) {
            if (days <= left.most) {
                return left;
            }
        }
        return MUCH_LATER;
    }
}
