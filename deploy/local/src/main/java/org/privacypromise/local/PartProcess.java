package org.privacypromise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The process of one part: started so that it outlives the console, and found again by any later command. */
final class PartProcess {

    private static final Duration GRACE = Duration.ofSeconds(15);

    // Neither the closing of the terminal nor Ctrl-C in it reaches the part: only we stop it, and in order.
    private static final String DETACHED = """
            trap '' HUP INT
            if command -v setsid >/dev/null; then exec setsid "$0" "$@"; fi
            exec "$0" "$@"
            """;

    private final Site site;
    private final String name;

    PartProcess(Site site, String name) {
        this.site = site;
        this.name = name;
    }

    /** The process that was started last, if it still runs. */
    Optional<ProcessHandle> find() {
        try {
            return KnownProcess.parse(Files.readString(site.record(name))).flatMap(KnownProcess::find);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unless the part runs, removes what a run that was killed has left in the way of the next. */
    void clear() {
        if (find().isEmpty()) {
            leftover().ifPresent(process -> KnownProcess.stop(process, GRACE));
            if (!Files.exists(site.settled(name))) {
                StateFolder.deleteTree(site.data(name));
            }
        }
    }

    /** Runs the command in the background with its output in the part's log; the previous log stays beside it. */
    ProcessHandle start(Command command) {
        try {
            Path log = site.log(name);
            Files.createDirectories(log.getParent());
            Files.createDirectories(site.record(name).getParent());
            Files.createDirectories(site.data(name).getParent());
            StateFolder.deleteTree(site.temporary(name));
            Files.createDirectories(site.temporary(name));
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", DETACHED));
            line.addAll(command.temporaryFilesIn(site.temporary(name)).line());
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(site.repository().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(command.environment());
            ProcessHandle process = builder.start().toHandle();
            Files.writeString(site.record(name), KnownProcess.of(process) + "\n");
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** Remembers that the part has been healthy: until then its data, laid out by halves maybe, is worth nothing. */
    void settle() {
        try {
            if (!Files.exists(site.settled(name))) {
                Files.createFile(site.settled(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Freezes the part as it is (SIGSTOP): it answers nothing and ends nothing until {@link #resume}. */
    void pause() {
        signal("STOP");
    }

    /** Lets a frozen part go on (SIGCONT). */
    void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        List<String> family =
                family().map(process -> String.valueOf(process.pid())).toList();
        if (family.isEmpty()) {
            return;
        }
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", "kill -%s \"$@\"".formatted(signal), "kill"));
        line.addAll(family);
        try {
            new ProcessBuilder(line).redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the part finish, and ends it by force if it takes too long. */
    void stop() {
        // A frozen process would not even hear that it is to finish.
        resume();
        end(process -> KnownProcess.stop(process, GRACE));
    }

    /** Ends the part at once, as a crash would. */
    void kill() {
        end(KnownProcess::kill);
    }

    private void end(Consumer<ProcessHandle> ending) {
        // The one that we started first, so that it can end its children in order; then whatever it has left.
        List<ProcessHandle> family = family().toList();
        family.forEach(ending);
        leftover().ifPresent(ending);
        try {
            Files.deleteIfExists(site.record(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All memory that the part's processes occupy now, in megabytes. */
    long memory() {
        return Memory.megabytes(family().toList());
    }

    private Stream<ProcessHandle> family() {
        return Stream.of(find(), leftover())
                .flatMap(Optional::stream)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct();
    }

    /** What a killed part can leave behind: only PostgreSQL has a process that is not the one we started. */
    private Optional<ProcessHandle> leftover() {
        return name.equals(Parts.POSTGRESQL) ? Postmaster.of(site.data(name)) : Optional.empty();
    }

    /** The end of the log, to show why the part died. */
    String lastWords() {
        try {
            List<String> lines = new String(Files.readAllBytes(site.log(name)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }
}
