package org.privacypromise.local;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to start a program.
 *
 * @param line the program and its arguments; nothing secret, for every user of the machine sees them
 * @param environment what is added to this process' environment; secrets go here
 */
record Command(List<String> line, Map<String, String> environment) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final String FAST_START = "-XX:TieredStopAtLevel=1";

    /** Megabytes. */
    private static final int HEAP_AT_PEAK = 512;

    /** A program on the JVM that this one runs on, with at most this much heap, that starts fast rather than peaks high. */
    static Command java(int heapMegabytes, Map<String, String> environment, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                JAVA,
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                FAST_START,
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        line.addAll(arguments);
        return new Command(List.copyOf(line), environment);
    }

    /** A program that was compiled natively, with at most this much heap. */
    static Command compiled(Path program, int heapMegabytes, Map<String, String> environment) {
        return new Command(List.of(program.toString(), "-Xmx" + heapMegabytes + "m"), environment);
    }

    /** The same program on a JVM that compiles for its peak, with more heap, as a service has in production. */
    Command atPeak() {
        return new Command(
                line.stream()
                        .filter(argument -> !argument.equals(FAST_START))
                        .map(argument -> argument.startsWith("-Xmx") ? "-Xmx" + HEAP_AT_PEAK + "m" : argument)
                        .toList(),
                environment);
    }

    /** The same program that writes its temporary files here. */
    Command temporaryFilesIn(Path folder) {
        return new Command(
                Stream.of(List.of(line.getFirst(), "-Djava.io.tmpdir=" + folder), line.subList(1, line.size()))
                        .flatMap(List::stream)
                        .toList(),
                environment);
    }

    static String classPath(Path... entries) {
        return Stream.of(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
