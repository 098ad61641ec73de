package org.privacypromise.preferences.alert;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/** Forgets alerts: once they are over or have long been sent, or with the person. */
@ApplicationScoped
public class ForgetAlerts {

    private final StockAlertRepository alerts;
    private final AlertConfig config;
    private final Clock clock;

    ForgetAlerts(StockAlertRepository alerts, AlertConfig config, Clock clock) {
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "10m",
            delayed = "1m",
            identity = "forget-alerts",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        Instant now = clock.instant();
        return Panache.withTransaction(() -> alerts.deleteOver(now, now.minus(config.keepClaimed())))
                .replaceWithVoid();
    }

    /** In the caller's transaction, all of these customers. */
    public Uni<Long> of(Collection<String> customerIds) {
        return customerIds.isEmpty() ? Uni.createFrom().item(0L) : alerts.deleteOf(customerIds);
    }
}
