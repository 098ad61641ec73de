package org.privacypromise.preferences.legacyimport;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an import is going.
 *
 * @param state {@code receiving}, {@code received}, {@code running}, then {@code done}, or {@code checked} after a dry
 *     run; {@code failed} while it cannot go on; {@code abandoned} if it was given up
 * @param dryRun whether it only tells what it would do
 * @param linesReceived lines of the file that are stored; an upload that was cut off goes on behind them
 * @param linesInvalid lines with faults, which are left out: {@code /imports/{id}/faults}
 * @param appliedUpTo the last line that is done
 * @param subjects whose choices have changed, or would
 * @param outcomes how many choices came to what
 * @param waitingToBeTold how many subjects of all imports the systems have still to be told of
 * @param failure why it cannot go on; what came before is done, and it is tried again every minute
 */
public record ImportView(
        UUID importId,
        String state,
        boolean dryRun,
        String format,
        Instant startedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant finishedAt,
        long linesReceived,
        long linesInvalid,
        long appliedUpTo,
        long subjects,
        Map<String, Long> outcomes,
        long waitingToBeTold,
        String faults,
        @Nullable String failure) {

    static ImportView from(LegacyImport one, long waitingToBeTold) {
        return new ImportView(
                one.id(),
                one.state().name().toLowerCase(Locale.ROOT),
                one.dryRun(),
                one.format().name().toLowerCase(Locale.ROOT),
                one.startedAt(),
                one.receivedAt(),
                one.finishedAt(),
                one.linesReceived(),
                one.linesInvalid(),
                one.appliedUpTo(),
                one.subjects(),
                new TreeMap<>(one.outcomes()),
                waitingToBeTold,
                "/imports/" + one.id() + "/faults",
                one.failure());
    }
}
