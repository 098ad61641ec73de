package org.privacypromise.requests.report.figure;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.report.figure.Happened.Closed;

/**
 * The numbers of a time. Each list is in the order of its names, so that two reports can be compared line by line.
 *
 * @param closed by how they ended
 * @param refusals by the ground that the desk has named
 * @param screening what screenings came to, and who decided
 */
public record Figures(
        List<Happened.Received> received,
        List<Ended> closed,
        List<Happened.Extended> extensions,
        List<Refusals> refusals,
        List<Happened.Verdict> screening) {

    /** Nobody is owed an answer that could be late if a request lapsed or was taken back. */
    private static final Set<String> OWED_AN_ANSWER = Set.of("ANSWERED", "ANSWERED_IN_PART", "REFUSED");

    private static final String NO_GROUND = "FRAUD_REVIEW";

    public Figures {
        received = List.copyOf(received);
        closed = List.copyOf(closed);
        extensions = List.copyOf(extensions);
        refusals = List.copyOf(refusals);
        screening = List.copyOf(screening);
    }

    /**
     * Requests of one kind that ended in one way.
     *
     * @param onTime answered or refused by the due date; {@code late} after it; neither, if no answer was owed
     * @param medianDays from the receipt to the end; absent if no answer was owed
     */
    public record Ended(
            String right,
            String regime,
            String outcome,
            long count,
            long onTime,
            long late,
            @Nullable Double medianDays,
            @Nullable Double p95Days) {}

    /** @param ground {@code FRAUD_REVIEW} if a person refused it over what the screening had found */
    public record Refusals(String ground, String right, String regime, long count) {}

    public static Figures of(Happened happened) {
        return new Figures(
                happened.received().stream()
                        .sorted(Comparator.comparing(Happened.Received::right)
                                .thenComparing(Happened.Received::regime)
                                .thenComparing(Happened.Received::channel))
                        .toList(),
                ended(happened.closed()),
                happened.extended().stream()
                        .sorted(Comparator.comparing(Happened.Extended::right).thenComparing(Happened.Extended::regime))
                        .toList(),
                refusals(happened.closed()),
                happened.verdicts().stream()
                        .sorted(Comparator.comparing(Happened.Verdict::verdict)
                                .thenComparing(Happened.Verdict::decidedBy))
                        .toList());
    }

    private static List<Ended> ended(List<Closed> closed) {
        return closed.stream()
                .collect(groupingBy(
                        one -> List.of(one.right(), one.regime(), one.outcome()), Figures::inOrder, toList()))
                .entrySet()
                .stream()
                .map(group -> ended(group.getKey(), group.getValue()))
                .toList();
    }

    private static Ended ended(List<String> kind, List<Closed> all) {
        boolean owed = OWED_AN_ANSWER.contains(kind.getLast());
        long onTime = owed ? all.stream().filter(Figures::isOnTime).count() : 0;
        Spans spans = new Spans(
                owed
                        ? all.stream()
                                .map(one -> Duration.between(one.receivedAt(), one.at()))
                                .toList()
                        : List.of());
        return new Ended(
                kind.get(0),
                kind.get(1),
                kind.get(2),
                all.size(),
                onTime,
                owed ? all.size() - onTime : 0,
                spans.percentile(50),
                spans.percentile(95));
    }

    private static boolean isOnTime(Closed one) {
        return !one.at().atZone(ZoneOffset.UTC).toLocalDate().isAfter(one.dueDate());
    }

    private static List<Refusals> refusals(List<Closed> closed) {
        return closed.stream()
                .filter(one -> one.outcome().equals("REFUSED"))
                .collect(groupingBy(
                        one -> List.of(one.ground() == null ? NO_GROUND : one.ground(), one.right(), one.regime()),
                        Figures::inOrder,
                        counting()))
                .entrySet()
                .stream()
                .map(group -> new Refusals(
                        group.getKey().get(0),
                        group.getKey().get(1),
                        group.getKey().get(2),
                        group.getValue()))
                .toList();
    }

    private static <T> TreeMap<List<String>, T> inOrder() {
        return new TreeMap<>(Comparator.comparing((List<String> names) -> String.join(" ", names)));
    }
}
