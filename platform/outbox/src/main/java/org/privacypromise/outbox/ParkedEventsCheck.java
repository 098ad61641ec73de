package org.privacypromise.outbox;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Shows parked events in {@code /q/health}. Always UP: they are work for a person, and neither a restart nor taking the
 * pod out of service would do it.
 */
@Wellness
@ApplicationScoped
class ParkedEventsCheck implements HealthCheck {

    private final OutboxWatch watch;

    ParkedEventsCheck(OutboxWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder parked =
                HealthCheckResponse.named("parked events").up();
        watch.parked().forEach(parked::withData);
        return parked.build();
    }
}
