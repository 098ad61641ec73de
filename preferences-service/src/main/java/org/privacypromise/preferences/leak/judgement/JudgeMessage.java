package org.privacypromise.preferences.leak.judgement;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.privacypromise.preferences.leak.judgement.Judgement.Doubtful;
import org.privacypromise.preferences.leak.judgement.Judgement.Fair;
import org.privacypromise.preferences.leak.judgement.Judgement.Leak;

/**
 * Whether a message should have been sent. It should not if the system itself has said that the refusal was in force by
 * then, nor if its target time was over. In between it may have been under way, and the system's word may be as well.
 */
public final class JudgeMessage {

    /** Acknowledgements and messages come by different ways. */
    private static final Duration MAY_STILL_ARRIVE = Duration.ofMinutes(5);

    private JudgeMessage() {}

    /**
     * @param said about the choice that the message needed, in any order
     * @param inForce every word of the system about this subject
     * @param target within which time the system means to have a change in force
     */
    public static Judgement judge(
            Instant sentAt, List<Said> said, List<InForce> inForce, Duration target, Instant now) {
        Said refusal = refusalAt(sentAt, said).orElse(null);
        if (refusal == null) {
            return new Fair();
        }
        Instant dueAt = refusal.at().plus(target);
        InForce first = inForce.stream()
                .filter(word -> word.version() >= refusal.version())
                .min(Comparator.comparing(InForce::since))
                .orElse(null);
        if (first != null && !first.since().isAfter(sentAt)) {
            return new Leak(refusal, first, dueAt);
        }
        if (sentAt.isAfter(dueAt)) {
            return new Leak(refusal, null, dueAt);
        }
        Instant clearAt = dueAt.plus(MAY_STILL_ARRIVE);
        return first == null && now.isBefore(clearAt) ? new Doubtful(clearAt) : new Fair();
    }

    /** The first no after which there was no yes before the message. */
    private static Optional<Said> refusalAt(Instant sentAt, List<Said> said) {
        List<Said> before = said.stream()
                .filter(one -> !one.at().isAfter(sentAt))
                .sorted(Comparator.comparing(Said::at).thenComparing(Said::version))
                .toList();
        int from = before.size();
        while (from > 0 && !before.get(from - 1).allowed()) {
            from--;
        }
        return from < before.size() ? Optional.of(before.get(from)) : Optional.empty();
    }
}
