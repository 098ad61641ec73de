package org.privacypromise.requests.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks once a minute at how much of their time open requests have used up. Each alert is raised once. */
@ApplicationScoped
class RaiseAlerts {

    private static final Logger LOG = Logger.getLogger(RaiseAlerts.class);

    private final AlertRepository alerts;
    private final AlertConfig config;
    private final Clock clock;
    private final MultiGauge open;

    RaiseAlerts(AlertRepository alerts, AlertConfig config, MeterRegistry meters, Clock clock) {
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
        this.open = MultiGauge.builder("privacy.requests.open")
                .description("Open requests, by how much of their time is over")
                .register(meters);
    }

    @Scheduled(every = "1m", identity = "raise-alerts", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> raiseDue() {
        return Panache.withTransaction(() -> Multi.createFrom()
                        .items(Level.values())
                        .onItem()
                        .transformToUniAndConcatenate(
                                level -> alerts.raise(level, level.share(config.target()), clock.instant())
                                        .invoke(raised -> tell(level, raised)))
                        .collect()
                        .last()
                        .chain(alerts::open))
                .invoke(this::count)
                .replaceWithVoid();
    }

    private static void tell(Level level, int raised) {
        if (raised > 0) {
            LOG.warnf("%d requests have come to the alert level %s", raised, level);
        }
    }

    private void count(List<AlertRepository.Count> counts) {
        open.register(
                counts.stream()
                        .<MultiGauge.Row<?>>map(count -> MultiGauge.Row.of(
                                Tags.of("right", count.right(), "regime", count.regime(), "bucket", count.bucket()),
                                count.requests()))
                        .toList(),
                true);
    }
}
