package org.privacypromise.requests.report.figure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long several things took, in days with one decimal. */
final class Spans {

    private static final double MINUTES_OF_A_DAY = Duration.ofDays(1).toMinutes();

    private final List<Duration> sorted;

    Spans(List<Duration> all) {
        sorted = all.stream().sorted().toList();
    }

    /** The longest that this part of them took at most (nearest rank); null if there are none. */
    @Nullable
    Double percentile(int percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = Math.max(1, (int) Math.ceil(sorted.size() * percent / 100.0));
        return days(sorted.get(rank - 1).toMinutes());
    }

    /** Null if there are none. */
    @Nullable
    Double mean() {
        return sorted.isEmpty()
                ? null
                : days(sorted.stream().mapToLong(Duration::toMinutes).average().orElse(0));
    }

    private static double days(double minutes) {
        return Math.round(minutes / MINUTES_OF_A_DAY * 10) / 10.0;
    }
}
