package org.privacypromise.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's own first process, which outlives the JVM that started it if that one is killed. */
final class Postmaster {

    private Postmaster() {}

    /** The postmaster that runs on this data folder, whoever started it. */
    static Optional<ProcessHandle> of(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            // Line 1: the process; line 2: its data folder; line 3: when it started, in seconds.
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 3
                    ? Optional.empty()
                    : new KnownProcess(
                                    Long.parseLong(lines.get(0).strip()),
                                    Instant.ofEpochSecond(
                                            Long.parseLong(lines.get(2).strip())))
                            .find();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
