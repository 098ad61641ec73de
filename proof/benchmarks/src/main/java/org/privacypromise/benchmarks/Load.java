package org.privacypromise.benchmarks;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.privacypromise.benchmarks.protocol.Arrivals;
import org.privacypromise.benchmarks.protocol.Latencies;

/**
 * Makes load from one event loop of this process, on the same cores as what is measured. What is asked must answer on that
 * loop: it is created there.
 */
final class Load {

    private final Vertx vertx;
    private final Context loop;

    Load(Vertx vertx) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
    }

    /** What came of a stretch of load. */
    record Outcome(long answered, Failures failures, double seconds, Latencies latencies) {

        /** @throws IllegalStateException if more than one in a hundred failed: then nothing was measured */
        double perSecond() {
            if (answered == 0 || failures.count > answered / 100) {
                throw new IllegalStateException("%d answers and %d failures (the first: %s): this is no measurement"
                        .formatted(answered, failures.count, failures.first));
            }
            return answered / seconds;
        }
    }

    /** How many requests failed, and how the first did. */
    static final class Failures {

        private long count;
        private String first = "none";

        void add(Throwable failure) {
            if (count++ == 0) {
                first = String.valueOf(failure.getMessage());
            }
        }
    }

    /** Does this on the loop, and waits. */
    <T> T onLoop(Supplier<Future<T>> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.runOnContext(ignored -> {
            try {
                work.get().onComplete(done::complete, done::completeExceptionally);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Closed: so many clients, each of which asks again as soon as it is answered. For saturation, not for latency. */
    Outcome closed(int clients, double seconds, IntFunction<Future<?>> request) {
        return onLoop(() -> new Closed(seconds, request).start(clients));
    }

    /**
     * As {@link #closed}, again and again without counting, until a stretch is no longer a tenth faster than the one
     * before it: then what is asked is compiled and connected.
     *
     * @param atMost stretches, for a machine that never comes to rest
     */
    void warmUp(int clients, double seconds, int atMost, IntFunction<Future<?>> request) {
        long before = 0;
        for (int i = 0; i < atMost; i++) {
            long answered = closed(clients, seconds, request).answered();
            if (answered < before * 1.1) {
                return;
            }
            before = answered;
        }
    }

    /** Open: requests arrive at this rate, whatever becomes of those before. */
    Outcome open(double perSecond, double seconds, IntFunction<Future<?>> request) {
        return onLoop(() -> new Open(new Arrivals(perSecond, seconds), seconds, request).start());
    }

    private final class Closed {

        private final long end;
        private final double seconds;
        private final IntFunction<Future<?>> request;
        private final Promise<Outcome> done = Promise.promise();
        private final Latencies latencies = new Latencies();
        private long answered;
        private final Failures failures = new Failures();
        private int active;

        Closed(double seconds, IntFunction<Future<?>> request) {
            this.end = System.nanoTime() + (long) (seconds * 1e9);
            this.seconds = seconds;
            this.request = request;
        }

        Future<Outcome> start(int clients) {
            active = clients;
            for (int client = 0; client < clients; client++) {
                ask(client);
            }
            return done.future();
        }

        private void ask(int client) {
            long begun = System.nanoTime();
            request.apply(client).onComplete(answer -> {
                long now = System.nanoTime();
                if (now < end) {
                    if (answer.succeeded()) {
                        answered++;
                        latencies.add(now - begun);
                    } else {
                        failures.add(answer.cause());
                    }
                    ask(client);
                } else if (--active == 0) {
                    done.complete(new Outcome(answered, failures, seconds, latencies));
                }
            });
        }
    }

    private final class Open {

        private final Arrivals arrivals;
        private final double seconds;
        private final IntFunction<Future<?>> request;
        private final Promise<Outcome> done = Promise.promise();
        private final Latencies latencies = new Latencies();
        private final long start = System.nanoTime();
        private long answered;
        private final Failures failures = new Failures();
        private int sent;

        Open(Arrivals arrivals, double seconds, IntFunction<Future<?>> request) {
            this.arrivals = arrivals;
            this.seconds = seconds;
            this.request = request;
        }

        Future<Outcome> start() {
            tick();
            return done.future();
        }

        private void tick() {
            while (arrivals.isDue(System.nanoTime() - start)) {
                long due = arrivals.next();
                request.apply(sent++).onComplete(answer -> {
                    if (answer.succeeded()) {
                        answered++;
                        latencies.add(System.nanoTime() - start - due);
                    } else {
                        failures.add(answer.cause());
                    }
                    endIfLast();
                });
            }
            if (!arrivals.areOver()) {
                vertx.setTimer(1, ignored -> tick());
            }
        }

        private void endIfLast() {
            if (arrivals.areOver() && answered + failures.count == sent) {
                done.tryComplete(new Outcome(answered, failures, seconds, latencies));
            }
        }
    }
}
