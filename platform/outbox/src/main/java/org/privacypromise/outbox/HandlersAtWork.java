package org.privacypromise.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness: DOWN once a handler does not return, as only a restart helps then. Waiting for a database that is away does
 * not count, as a restart would not bring it back.
 */
@Liveness
@Default // a health check loses it otherwise, and the inbox asks for it
@ApplicationScoped
class HandlersAtWork implements HealthCheck {

    private record Work(String consumer, long since, ReceivedEvent event) {}

    private final Duration patience;
    private final Set<Work> atWork = ConcurrentHashMap.newKeySet();

    HandlersAtWork(OutboxConfig config) {
        patience = config.inbox().stuckAfter();
    }

    /** Handles the event under watch. Wherever the handler completes, the session goes on where it must. */
    Uni<Void> handle(EventHandler handler, ReceivedEvent event) {
        Work work = new Work(handler.consumer(), System.nanoTime(), event);
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a session has a Vert.x context");
        atWork.add(work);
        return Uni.createFrom()
                .deferred(() -> handler.handle(event))
                .onTermination()
                .invoke(() -> atWork.remove(work))
                .emitOn(rest -> context.runOnContext(ignored -> rest.run()));
    }

    @Override
    public HealthCheckResponse call() {
        long now = System.nanoTime();
        var stuck = atWork.stream()
                .filter(work -> now - work.since > patience.toNanos())
                .map(Work::consumer)
                .sorted()
                .toList();
        var response = HealthCheckResponse.named("event handlers").status(stuck.isEmpty());
        return stuck.isEmpty()
                ? response.build()
                : response.withData("stuck", String.join(", ", stuck)).build();
    }
}
