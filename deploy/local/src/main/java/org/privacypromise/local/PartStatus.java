package org.privacypromise.local;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a part does now.
 *
 * @param pid of its process; empty while it does not run
 * @param megabytes of memory that its processes occupy
 */
record PartStatus(String name, Optional<Long> pid, List<Integer> ports, boolean healthy, long megabytes) {

    static PartStatus of(Site site, Part part) {
        PartProcess process = new PartProcess(site, part.name());
        Optional<Long> pid = process.find().map(ProcessHandle::pid);
        return new PartStatus(
                part.name(),
                pid,
                site.ports().allOf(part.name()),
                pid.isPresent() && part.healthy().getAsBoolean(),
                process.memory());
    }

    String health() {
        return healthy ? "healthy" : pid.isPresent() ? "NOT HEALTHY" : "stopped";
    }

    /** A table for the console, with the sum of the memory below. */
    static String table(List<PartStatus> parts) {
        String rows = parts.stream()
                .map(part -> row(
                        part.name,
                        part.pid.map(String::valueOf).orElse("-"),
                        part.ports.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        part.health(),
                        part.megabytes + " MB"))
                .collect(Collectors.joining());
        long sum = parts.stream().mapToLong(PartStatus::megabytes).sum();
        return row("PART", "PID", "PORTS", "HEALTH", "MEMORY") + rows + row("", "", "", "", sum + " MB");
    }

    private static String row(String name, String pid, String ports, String health, String memory) {
        return "%-12s %8s  %-12s %-12s %8s%n".formatted(name, pid, ports, health, memory);
    }
}
