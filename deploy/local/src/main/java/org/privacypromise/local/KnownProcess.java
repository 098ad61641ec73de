package org.privacypromise.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that may outlive the one that started it, known by its number and the instant it started: so a number that
 * the machine has given to another program since is never mistaken for it.
 *
 * @param pid the number
 * @param startedAt when it started, as the machine says
 */
record KnownProcess(long pid, Instant startedAt) {

    // The machine derives the instant from its clock and its uptime, each rounded.
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    static KnownProcess of(ProcessHandle process) {
        return new KnownProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** As {@link #toString} wrote it; empty if this is no such text. */
    static Optional<KnownProcess> parse(String text) {
        String[] words = text.strip().split(" ", -1);
        try {
            return words.length == 2
                    ? Optional.of(new KnownProcess(Long.parseLong(words[0]), Instant.parse(words[1])))
                    : Optional.empty();
        } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, startedAt).abs().compareTo(ROUNDING) <= 0)
                        .orElse(false));
    }

    /** Asks the process to end, and ends it by force if it has not within this time. */
    static void stop(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!ended(process, grace)) {
            kill(process);
        }
    }

    /** Ends the process now (SIGKILL). */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        ended(process, Duration.ofSeconds(10));
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return pid + " " + startedAt;
    }
}
