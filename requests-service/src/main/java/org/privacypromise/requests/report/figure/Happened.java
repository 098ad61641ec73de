package org.privacypromise.requests.report.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened within a time, as far as it is counted. It names nobody.
 *
 * @param received requests that came
 * @param closed requests that ended
 * @param extended requests whose time was extended
 * @param verdicts what screenings came to
 */
public record Happened(List<Received> received, List<Closed> closed, List<Extended> extended, List<Verdict> verdicts) {

    public Happened {
        received = List.copyOf(received);
        closed = List.copyOf(closed);
        extended = List.copyOf(extended);
        verdicts = List.copyOf(verdicts);
    }

    public record Received(String right, String regime, String channel, long count) {}

    /**
     * @param outcome the status with which it ended
     * @param ground why it was refused, if the desk refused it
     * @param at when it ended
     */
    public record Closed(
            String right,
            String regime,
            String outcome,
            @Nullable String ground,
            Instant receivedAt,
            Instant at,
            LocalDate dueDate) {}

    public record Extended(String right, String regime, long count) {}

    public record Verdict(String verdict, String decidedBy, long count) {}
}
