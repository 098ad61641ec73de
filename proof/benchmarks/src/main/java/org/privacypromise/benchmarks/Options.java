package org.privacypromise.benchmarks;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to measure.
 *
 * @param only the names of the benchmarks to run
 * @param rounds of each
 * @param seconds of one stretch of a round
 * @param warmUpSeconds of one stretch of warming up; there are as many as it takes
 * @param people customers for whom everything but the growth is measured
 * @param manyPeople customers for whom the growth is measured
 * @param lines of the bulk check and of the import
 */
record Options(
        boolean quick,
        Set<String> only,
        int rounds,
        double seconds,
        double warmUpSeconds,
        int people,
        int manyPeople,
        int lines) {

    static final String USAGE = """
            Usage: ./suite bench preferences [--quick] [--only NAMES] [--rounds N] [--seconds N] [--customers N] [--lines N]

              --quick        a few seconds each, to see that all of it works; the numbers mean nothing
              --only NAMES   some of: read,write,optout,sendcheck,bulk,growth,import
              --rounds N     rounds of each (5)
              --seconds N    one stretch of a round (10)
              --customers N  the larger number of customers of growth (1000000)
              --lines N      lines of the bulk check and of the import (1000000)
            """;

    private static final Set<String> ALL = Set.of("read", "write", "optout", "sendcheck", "bulk", "growth", "import");

    /** @throws IllegalArgumentException saying what cannot be understood */
    static Options of(String... arguments) {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        if (!"preferences".equals(left.poll())) {
            throw new IllegalArgumentException("There are benchmarks of preferences only.");
        }
        boolean quick = left.removeFirstOccurrence("--quick");
        Options options = quick
                ? new Options(true, ALL, 3, 2, 3, 2_000, 20_000, 20_000)
                : new Options(false, ALL, 5, 10, 10, 10_000, 1_000_000, 1_000_000);
        while (!left.isEmpty()) {
            options = options.with(left.remove(), left.poll());
        }
        return options;
    }

    private Options with(String option, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("What is " + option + " to be?");
        }
        return switch (option) {
            case "--only" -> {
                Set<String> names = Set.of(value.split(","));
                if (!ALL.containsAll(names)) {
                    throw new IllegalArgumentException("Not every one of these is a benchmark: " + value);
                }
                yield new Options(quick, names, rounds, seconds, warmUpSeconds, people, manyPeople, lines);
            }
            case "--rounds" ->
                new Options(quick, only, Integer.parseInt(value), seconds, warmUpSeconds, people, manyPeople, lines);
            case "--seconds" ->
                new Options(quick, only, rounds, Double.parseDouble(value), warmUpSeconds, people, manyPeople, lines);
            case "--customers" ->
                new Options(quick, only, rounds, seconds, warmUpSeconds, people, Integer.parseInt(value), lines);
            case "--lines" ->
                new Options(quick, only, rounds, seconds, warmUpSeconds, people, manyPeople, Integer.parseInt(value));
            default -> throw new IllegalArgumentException("There is no option " + option + ".");
        };
    }
}
