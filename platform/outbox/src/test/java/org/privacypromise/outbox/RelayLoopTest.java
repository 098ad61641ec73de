package org.privacypromise.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayLoopTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger batches = new AtomicInteger();
    private final ConcurrentLinkedQueue<Supplier<Uni<Integer>>> script = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void it_goes_on_until_nothing_is_left() {
        script.add(() -> Uni.createFrom().item(7));
        script.add(() -> Uni.createFrom().item(7));

        loop(NEVER).start();

        assertThat(batches).hasValue(3);
    }

    @Test
    void nudges_during_a_batch_lead_to_one_more() {
        // Given
        CompletableFuture<Integer> slow = new CompletableFuture<>();
        script.add(() -> Uni.createFrom().completionStage(slow));
        RelayLoop loop = loop(NEVER);
        loop.start();

        // When
        loop.nudge();
        loop.nudge();
        assertThat(batches).hasValue(1);
        slow.complete(0);

        // Then
        assertThat(batches).hasValue(2);
    }

    @Test
    void it_looks_by_itself_when_nobody_nudges() {
        loop(Duration.ofMillis(20)).start();

        await().untilAsserted(() -> assertThat(batches).hasValueGreaterThan(3));
    }

    @Test
    void a_fault_is_tried_again_even_one_that_is_thrown() {
        script.add(() -> Uni.createFrom().failure(new IllegalStateException("broker away")));
        script.add(() -> {
            throw new IllegalStateException("pool closed");
        });

        loop(NEVER).start();

        await().untilAsserted(() -> assertThat(batches).hasValue(3));
    }

    @Test
    void a_stopped_loop_ignores_nudges() {
        RelayLoop loop = loop(NEVER);
        loop.start();

        loop.stop();
        loop.nudge();

        assertThat(batches).hasValue(1);
    }

    private RelayLoop loop(Duration poll) {
        return new RelayLoop(
                () -> {
                    batches.incrementAndGet();
                    Supplier<Uni<Integer>> next = script.poll();
                    return next == null ? Uni.createFrom().item(0) : next.get();
                },
                vertx,
                poll,
                Duration.ZERO);
    }
}
