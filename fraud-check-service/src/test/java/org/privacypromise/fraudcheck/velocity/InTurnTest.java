package org.privacypromise.fraudcheck.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.frame.ProblemException;

class InTurnTest {

    private final Vertx vertx = Vertx.vertx();
    private final InTurn inTurn = new InTurn(vertx);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_has_a_name_in_common_is_never_done_at_once_whatever_fails_in_between() throws Exception {
        // Given
        int times = 90;
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(times);

        // When
        for (int i = 0; i < times; i++) {
            boolean fails = i % 3 == 0;
            List<String> names = i % 2 == 0 ? List.of("a", "common") : List.of("common", "b");
            inTurn.await(names, () -> work(atWork, most, fails))
                    .subscribe()
                    .with(ignored -> done.countDown(), fault -> done.countDown());
        }

        // Then
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void what_has_no_name_in_common_waits_for_nobody() {
        // Given
        List<String> done = new ArrayList<>();
        inTurn.await(List.of("a", "x"), () -> Uni.createFrom().nothing())
                .subscribe()
                .with(ignored -> {});

        // When
        inTurn.await(List.of("b", "y"), () -> Uni.createFrom().item("b"))
                .subscribe()
                .with(done::add);

        // Then
        assertThat(done).containsExactly("b");
    }

    @Test
    void a_flood_of_the_same_is_refused_before_it_fills_the_house() {
        // Given
        List<UniEmitter<? super String>> first = new ArrayList<>();
        ConcurrentLinkedQueue<Throwable> refused = new ConcurrentLinkedQueue<>();
        inTurn.await(List.of("a"), () -> Uni.createFrom().<String>emitter(first::add))
                .subscribe()
                .with(ignored -> {});

        // When
        for (int i = 0; i < 150; i++) {
            inTurn.await(List.of("a"), () -> Uni.createFrom().item("done"))
                    .subscribe()
                    .with(ignored -> {}, refused::add);
        }

        // Then
        assertThat(refused).hasSize(50).allMatch(ProblemException.class::isInstance);
        first.getFirst().complete("done");
    }

    private Uni<String> work(AtomicInteger atWork, AtomicInteger most, boolean fails) {
        most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
        return Uni.createFrom()
                .<String>emitter(emitter -> vertx.setTimer(1, ignored -> {
                    atWork.decrementAndGet();
                    if (fails) {
                        emitter.fail(new IllegalStateException("on purpose"));
                    } else {
                        emitter.complete("done");
                    }
                }));
    }
}
