package org.privacypromise.requests.report.figure;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.report.figure.Happened.Closed;

/**
 * The metrics that California asks for once a year (11 CCR s. 7102(a)), for each right: received, complied with in whole
 * or in part, denied, and how long the answer took.
 */
public record CaliforniaFigures(List<OfRight> rights) {

    private static final String CCPA = "CCPA";

    public CaliforniaFigures {
        rights = List.copyOf(rights);
    }

    /** @param denied lapsed ones too, since it was not shown who asked; what was taken back counts as received only */
    public record OfRight(
            String right,
            long received,
            long compliedInWhole,
            long compliedInPart,
            long denied,
            @Nullable Double medianDays,
            @Nullable Double meanDays) {}

    public static CaliforniaFigures of(Happened happened) {
        return new CaliforniaFigures(Stream.concat(
                        happened.received().stream()
                                .filter(one -> one.regime().equals(CCPA))
                                .map(Happened.Received::right),
                        happened.closed().stream()
                                .filter(one -> one.regime().equals(CCPA))
                                .map(Closed::right))
                .distinct()
                .sorted()
                .map(right -> of(right, happened))
                .toList());
    }

    private static OfRight of(String right, Happened happened) {
        List<Closed> closed = happened.closed().stream()
                .filter(one -> one.regime().equals(CCPA) && one.right().equals(right))
                .toList();
        Spans spans = new Spans(closed.stream()
                .filter(one ->
                        one.outcome().startsWith("ANSWERED") || one.outcome().equals("REFUSED"))
                .map(one -> Duration.between(one.receivedAt(), one.at()))
                .toList());
        return new OfRight(
                right,
                happened.received().stream()
                        .filter(one -> one.regime().equals(CCPA) && one.right().equals(right))
                        .mapToLong(Happened.Received::count)
                        .sum(),
                count(closed, "ANSWERED"),
                count(closed, "ANSWERED_IN_PART"),
                count(closed, "REFUSED") + count(closed, "LAPSED"),
                spans.percentile(50),
                spans.mean());
    }

    private static long count(List<Closed> closed, String outcome) {
        return closed.stream().filter(one -> one.outcome().equals(outcome)).count();
    }
}
