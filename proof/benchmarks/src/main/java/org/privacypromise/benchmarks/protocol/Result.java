package org.privacypromise.benchmarks.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came out for one key.
 *
 * @param measured empty if it could not be measured
 * @param limit what the median is held against
 * @param how in words: what was measured, in numbers of its own, or why nothing was
 */
public record Result(String key, Optional<Sample> measured, Limit limit, String how) {

    /**
     * A bound.
     *
     * @param atLeast whether the value must not be less; else it must not be more
     */
    public record Limit(boolean atLeast, double value) {

        public static Limit atLeast(double value) {
            return new Limit(true, value);
        }

        public static Limit atMost(double value) {
            return new Limit(false, value);
        }

        boolean holds(double median) {
            return atLeast ? median >= value : median <= value;
        }

        @Override
        public String toString() {
            return (atLeast ? ">= " : "<= ") + number(value);
        }
    }

    public static Result measured(String key, Sample sample, Limit limit, String how) {
        return new Result(key, Optional.of(sample), limit, how);
    }

    public static Result missing(String key, Limit limit, String why) {
        return new Result(key, Optional.empty(), limit, why);
    }

    public boolean holds() {
        return measured.map(Sample::median).filter(limit::holds).isPresent();
    }

    /** One for each key, with a line for what it is made of. */
    public static String table(List<Result> results) {
        StringBuilder table =
                new StringBuilder("%-28s %10s %10s %10s  %s%n".formatted("", "median", "spread", "limit", "reached"));
        for (Result result : results) {
            table.append("%-28s %10s %10s %10s  %s%n"
                    .formatted(
                            result.key,
                            result.measured
                                    .map(Sample::median)
                                    .map(Result::number)
                                    .orElse("-"),
                            result.measured
                                    .map(Sample::spread)
                                    .map(Result::number)
                                    .orElse("-"),
                            result.limit,
                            result.measured.isEmpty() ? "not measured" : result.holds() ? "yes" : "NO"));
            table.append("    ").append(result.how).append('\n');
        }
        return table.toString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
