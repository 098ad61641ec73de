package org.privacypromise.requests.report.figure;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.csv.CsvLine;

/** The numbers as a table, one line for each. */
public final class FiguresCsv {

    private static final int COLUMNS = 9;

    private FiguresCsv() {}

    public static String of(Figures figures) {
        return Stream.of(
                        Stream.of(line(
                                "figure",
                                "right",
                                "regime",
                                "of",
                                "count",
                                "on time",
                                "late",
                                "median days",
                                "p95 days")),
                        figures.received().stream()
                                .map(one -> line("received", one.right(), one.regime(), one.channel(), one.count())),
                        figures.closed().stream()
                                .map(one -> line(
                                        "closed",
                                        one.right(),
                                        one.regime(),
                                        one.outcome(),
                                        one.count(),
                                        one.onTime(),
                                        one.late(),
                                        one.medianDays(),
                                        one.p95Days())),
                        figures.extensions().stream()
                                .map(one -> line("extended", one.right(), one.regime(), null, one.count())),
                        figures.refusals().stream()
                                .map(one -> line("refused", one.right(), one.regime(), one.ground(), one.count())),
                        figures.screening().stream()
                                .map(one -> line(
                                        "screened", null, null, one.verdict() + " by " + one.decidedBy(), one.count())))
                .flatMap(lines -> lines)
                .collect(Collectors.joining());
    }

    private static String line(@Nullable Object... cells) {
        return CsvLine.of(Arrays.stream(Arrays.copyOf(cells, COLUMNS))
                .map(cell -> Objects.toString(cell, ""))
                .toList());
    }
}
