package org.privacypromise.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stops parts, each only after those that need it. */
final class Shutdown {

    private final Site site;
    private final Progress progress;

    Shutdown(Site site, Progress progress) {
        this.site = site;
        this.progress = progress;
    }

    /** Returns when none of these parts runs, nor anything that one of them has left behind. */
    void stop(List<Part> parts) {
        List<Part> left = new ArrayList<>(parts);
        while (!left.isEmpty()) {
            List<Part> next = left.stream()
                    .filter(part ->
                            left.stream().noneMatch(other -> other.after().contains(part.name())))
                    .toList();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                next.forEach(part -> threads.execute(() -> stop(part)));
            }
            left.removeAll(next);
        }
    }

    private void stop(Part part) {
        PartProcess process = new PartProcess(site, part.name());
        boolean ran = process.find().isPresent();
        process.stop();
        if (ran) {
            progress.say(part.name() + ": stopped");
        }
    }
}
