package org.privacypromise.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Starts one relay with the service and stops it with the service. */
@Singleton
class RelayLifecycle {

    private final OutboxConfig config;
    private final OutboxRelay relay;
    private final RelayLoop loop;

    RelayLifecycle(
            OutboxConfig config,
            Pool pool,
            Vertx vertx,
            MeterRegistry meters,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        Counter published = Counter.builder("outbox.published")
                .description("Events acknowledged by the broker")
                .register(meters);
        relay = new OutboxRelay(
                pool,
                new FencingProducer(() -> ProducerSettings.producer(kafka, config.source())),
                new EnvelopeWriter(config.source()),
                config.relay().batch(),
                config.relay().takeover(),
                OutboxRelay.LOCK_PATIENCE);
        loop = new RelayLoop(
                () -> relay.publishBatch().invoke(count -> published.increment(count)),
                vertx,
                config.relay().poll(),
                config.relay().takeover());
    }

    @Produces
    @Singleton
    RelayLoop loop() {
        return loop;
    }

    void start(@Observes StartupEvent started) {
        if (config.relay().enabled()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
        relay.close();
    }
}
