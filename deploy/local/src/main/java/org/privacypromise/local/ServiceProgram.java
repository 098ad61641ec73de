package org.privacypromise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A packaged service: the jar, or the native program if that was built later.
 *
 * @param file what was built
 * @param compiled whether it is a native program
 */
record ServiceProgram(Path file, boolean compiled) {

    /** What is in this folder of a build; the jar's place if there is nothing. */
    static ServiceProgram in(Path target) {
        Path jar = target.resolve("quarkus-app/quarkus-run.jar");
        return runner(target)
                .filter(runner -> builtAt(runner).compareTo(builtAt(jar)) > 0)
                .map(runner -> new ServiceProgram(runner, true))
                .orElse(new ServiceProgram(jar, false));
    }

    Command command(int heapMegabytes, Map<String, String> environment) {
        return compiled
                ? Command.compiled(file, heapMegabytes, environment)
                : Command.java(heapMegabytes, environment, List.of("-jar", file.toString()));
    }

    private static Optional<Path> runner(Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-runner") && Files.isExecutable(file))
                    .max(Comparator.comparing(ServiceProgram::builtAt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime builtAt(Path file) {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
