package org.privacypromise.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * When the relay runs: at once after a nudge, again until nothing is left, and at the latest after the poll interval. A
 * fault slows it down but never stops it.
 */
final class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** How often the relay that published last looks for what other instances committed: they leave it the turn. */
    private static final Duration WATCHFUL = Duration.ofMillis(20);

    /** Longer than any batch takes that ends at all: a database behind a dead connection never answers. */
    private static final Duration HANGING = OutboxRelay.LOCK_PATIENCE.multipliedBy(2);

    private final Uni<Integer> batch;
    private final Vertx vertx;
    private final Duration poll;
    private final Duration takeover;
    /** Nudges not yet answered; whoever raises it from zero runs the loop. */
    private final AtomicInteger nudges = new AtomicInteger();

    private volatile boolean running;
    private volatile long timer = -1;
    private int faults;
    private long publishedAt;

    RelayLoop(Supplier<Uni<Integer>> publishBatch, Vertx vertx, Duration poll, Duration takeover) {
        this.batch = Uni.createFrom()
                .deferred(publishBatch::get)
                .ifNoItem()
                .after(HANGING)
                .fail();
        this.vertx = vertx;
        this.poll = poll;
        this.takeover = takeover;
        this.publishedAt = System.nanoTime() - takeover.toNanos();
    }

    void start() {
        running = true;
        nudge();
    }

    void stop() {
        running = false;
        vertx.cancelTimer(timer);
    }

    /** Says that there is something to publish. Costs next to nothing; call it from any thread. */
    void nudge() {
        if (running && nudges.getAndIncrement() == 0) {
            publish();
        }
    }

    private void publish() {
        int answering = nudges.get();
        batch.subscribe().with(count -> published(count, answering), this::failed);
    }

    private void published(int count, int answered) {
        if (faults > 0) {
            LOG.infof("The outbox is being published again after %d faults", faults);
            faults = 0;
        }
        if (count > 0) {
            publishedAt = System.nanoTime();
        }
        boolean watchful = System.nanoTime() - publishedAt < takeover.toNanos();
        schedule(watchful ? WATCHFUL : poll, this::nudge);
        if (running && (count > 0 || nudges.addAndGet(-answered) != 0)) {
            publish();
        }
    }

    private void failed(Throwable fault) {
        faults++;
        LOG.warnf("The outbox could not be published (fault %d, it will be tried again): %s", faults, fault);
        schedule(BackOff.pause(faults, Duration.ofMillis(50), LONGEST_PAUSE), this::publish);
    }

    private void schedule(Duration pause, Runnable next) {
        vertx.cancelTimer(timer);
        if (running) {
            timer = vertx.setTimer(pause.toMillis(), ignored -> next.run());
        }
    }
}
