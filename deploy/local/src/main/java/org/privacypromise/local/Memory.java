package org.privacypromise.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory processes occupy. */
final class Memory {

    private Memory() {}

    /**
     * The sum over these processes. What several of them share is divided among them (the proportional set) where the
     * machine says it, as Linux does; elsewhere it is counted for each (the resident set). A process that has ended
     * meanwhile counts nothing.
     */
    static long megabytes(List<ProcessHandle> processes) {
        return processes.stream().mapToLong(Memory::kilobytes).sum() / 1024;
    }

    private static long kilobytes(ProcessHandle process) {
        Path proportional = Path.of("/proc/" + process.pid() + "/smaps_rollup");
        try {
            return Files.exists(proportional)
                    ? number(Files.readString(proportional).replaceFirst("(?s).*\nPss: +([0-9]+) kB.*", "$1"))
                    : number(resident(process));
        } catch (IOException e) {
            return 0;
        }
    }

    private static String resident(ProcessHandle process) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid()))
                .redirectErrorStream(true)
                .start();
        return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static long number(String text) {
        return text.matches("[0-9]+") ? Long.parseLong(text) : 0;
    }
}
