package org.privacypromise.preferences.propagation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.propagation.PropagationStatusRepository.Status;
import org.privacypromise.preferences.propagation.lag.LagDistribution;

/**
 * How well the systems follow.
 *
 * @param since from when on durations are counted
 */
public record PropagationReportView(Instant since, List<SystemView> systems) {

    /**
     * One system.
     *
     * @param target within which time it means to have a change in force, in ISO 8601 as in the register
     * @param acknowledged how many changes were measured since {@code since}
     * @param p50Millis half of them took at most this long; null if there are none
     * @param backlog changes that it has not acknowledged
     * @param overdue those of them for which the target time is over
     * @param oldestOpenSince when the oldest of them was made
     * @param behind whether it is not as fast as it means to be: something is overdue, or one in twenty took too long
     * @param countedAt when the backlog was counted; null if not yet
     */
    public record SystemView(
            String system,
            String name,
            String target,
            long acknowledged,
            @Nullable Long p50Millis,
            @Nullable Long p95Millis,
            @Nullable Long maxMillis,
            long backlog,
            long overdue,
            @Nullable Instant oldestOpenSince,
            boolean behind,
            @Nullable Instant countedAt) {

        static SystemView of(
                String system, String name, Duration target, LagDistribution lags, @Nullable Status status) {
            Long p95 = lags.millisOf(0.95);
            long overdue = status == null ? 0 : status.overdue();
            return new SystemView(
                    system,
                    name,
                    target.toString(),
                    lags.changes(),
                    lags.millisOf(0.5),
                    p95,
                    lags.longestMillis(),
                    status == null ? 0 : status.backlog(),
                    overdue,
                    status == null ? null : status.oldestAt(),
                    overdue > 0 || (p95 != null && p95 > target.toMillis()),
                    status == null ? null : status.countedAt());
        }
    }
}
