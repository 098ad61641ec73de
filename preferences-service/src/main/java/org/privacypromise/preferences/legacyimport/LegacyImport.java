package org.privacypromise.preferences.legacyimport;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import.
 *
 * @param header the columns of a CSV file in their order; null of NDJSON, and before the first line
 * @param linesReceived how many lines of the file are stored, with the header of a CSV file
 * @param prefixHash over these lines; who resumes an upload must send the same ones
 * @param appliedUpTo the last line that is applied, or checked
 * @param outcomes how many lines came to what
 * @param failure why it could not go on; null while it can
 */
record LegacyImport(
        UUID id,
        Format format,
        boolean dryRun,
        ImportState state,
        Instant startedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant finishedAt,
        @Nullable String header,
        long linesReceived,
        @Nullable String prefixHash,
        long linesInvalid,
        long appliedUpTo,
        long subjects,
        Map<String, Long> outcomes,
        @Nullable String failure) {

    enum Format {
        CSV,
        NDJSON
    }
}
