package org.privacypromise.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Starts parts, each as soon as those it needs are healthy. All or nothing: if one fails, or somebody loses patience,
 * everything that was started here is stopped again.
 */
final class Startup {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Site site;
    private final List<Part> parts;
    private final Progress progress;
    private final Set<Part> started = ConcurrentHashMap.newKeySet();
    private final AtomicReference<RuntimeException> obstacle = new AtomicReference<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    Startup(Site site, List<Part> parts, Progress progress) {
        this.site = site;
        this.parts = parts;
        this.progress = progress;
    }

    /** Returns when every part is healthy, and says which were started; those that ran already stay as they are. */
    List<String> run() {
        try {
            parts.forEach(part -> process(part).clear());
            List<String> missing = missing();
            try (PortClaims claims = PortClaims.of(site.ports(), missing)) {
                missing.forEach(site.ports()::requireFree);
                prepareKeycloak();
                startAll();
            }
            return started.stream().map(Part::name).sorted().toList();
        } catch (RuntimeException e) {
            obstacle.compareAndSet(null, e);
            new Shutdown(site, progress).stop(List.copyOf(started));
            throw Objects.requireNonNull(obstacle.get());
        } finally {
            over.complete(null);
        }
    }

    /** Gives up, from another thread, and returns when everything that was started is stopped. */
    void cancel() {
        obstacle.compareAndSet(null, new StackException("Interrupted."));
        over.join();
    }

    private List<String> missing() {
        return parts.stream()
                .filter(part -> process(part).find().isEmpty())
                .map(Part::name)
                .toList();
    }

    private PartProcess process(Part part) {
        return new PartProcess(site, part.name());
    }

    private void prepareKeycloak() {
        Keycloak keycloak = new Keycloak(site);
        if (parts.stream().map(Part::name).anyMatch(Parts.KEYCLOAK::equals) && keycloak.realmIsOutdated()) {
            progress.say("keycloak: its realm is that of another version of the suite, so some sign-ins may fail."
                    + " ./suite reset deletes all data of this stack, and the next start takes the new realm in");
        }
        for (Part part : parts) {
            if (part.name().equals(Parts.KEYCLOAK) && keycloak.needsBuild()) {
                progress.say("keycloak: preparing its program, once (about 20 s)");
                started.add(part);
                ProcessHandle build = process(part).start(keycloak.build());
                while (build.isAlive()) {
                    pause();
                }
                keycloak.markBuilt();
            }
        }
    }

    private void startAll() {
        Map<String, CompletableFuture<Void>> healthy = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Part part : parts) {
                CompletableFuture<?>[] before = part.after().stream()
                        .map(healthy::get)
                        .filter(Objects::nonNull)
                        .toArray(CompletableFuture[]::new);
                healthy.put(
                        part.name(),
                        CompletableFuture.allOf(before).thenRunAsync(() -> startOrAbandonAll(part), threads));
            }
            CompletableFuture.allOf(healthy.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new StackException("Not every part started.", e);
        }
    }

    private void startOrAbandonAll(Part part) {
        try {
            start(part);
        } catch (RuntimeException e) {
            obstacle.compareAndSet(null, e);
            throw e;
        }
    }

    private void start(Part part) {
        long began = System.nanoTime();
        PartProcess process = process(part);
        if (process.find().isEmpty()) {
            abandonIfHopeless();
            started.add(part);
            process.start(part.command().get());
        }
        while (!part.healthy().getAsBoolean() || process.find().isEmpty()) {
            pause();
            if (process.find().isEmpty()) {
                String obstacle =
                        site.ports().obstacle(part.name()).map(" "::concat).orElse("");
                throw new StackException("%s ended while it was starting.%s The end of %s:%n%s"
                        .formatted(part.name(), obstacle, site.log(part.name()), process.lastWords()));
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new StackException("%s is not ready after %d s. The end of %s:%n%s"
                        .formatted(part.name(), PATIENCE.toSeconds(), site.log(part.name()), process.lastWords()));
            }
        }
        process.settle();
        progress.say(
                started.contains(part)
                        ? "%s: ready after %.1f s".formatted(part.name(), (System.nanoTime() - began) / 1e9)
                        : "%s: runs already".formatted(part.name()));
    }

    private void pause() {
        abandonIfHopeless();
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    private void abandonIfHopeless() {
        RuntimeException why = obstacle.get();
        if (why != null) {
            throw why;
        }
    }
}
