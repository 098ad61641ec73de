package org.privacypromise.sample;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells the suite what was sent, and only then forgets it: told twice is told once, for it has the same ID. */
final class SentReporter implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SentReporter.class.getName());

    private final SentMessages messages;
    private final Supplier<Outlet> outlet;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    SentReporter(String system, SentMessages messages, Supplier<Outlet> outlet) {
        this.messages = messages;
        this.outlet = outlet;
        this.thread = new Thread(this::untilStopped, system + "-reporter");
    }

    SentReporter start() {
        thread.start();
        return this;
    }

    private void untilStopped() {
        try {
            do {
                reportWhileItGoesWell();
            } while (!stop.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reportWhileItGoesWell() {
        try (var open = outlet.get()) {
            messages.prepare();
            do {
                List<SentMessage> untold = messages.untold();
                open.publish(untold.stream().map(SentMessage::statement).toList());
                for (SentMessage told : untold) {
                    messages.forget(told);
                }
            } while (!stop.await(300, TimeUnit.MILLISECONDS));
        } catch (Exception e) {
            LOG.log(
                    Level.WARNING,
                    "Cannot tell what was sent ({0}); trying again.",
                    e.getClass().getName());
        }
    }

    /** Returns when the round under way has ended. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
