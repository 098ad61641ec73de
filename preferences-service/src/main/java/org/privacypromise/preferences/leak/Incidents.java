package org.privacypromise.preferences.leak;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.propagation.Propagation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RetentionPeriod;

/** The incidents for the rest of the service: whom they are about, how many are open, and when they are forgotten. */
@ApplicationScoped
public class Incidents {

    /** They prove how a no was obeyed, so they stay as long as the no itself is proved. */
    private static final String RULE = "consent-evidence";

    private final IncidentRepository incidents;
    private final DoubtfulSendRepository doubtful;
    private final PurposeRegister register;
    private final Clock clock;
    private volatile Map<String, Long> open = Map.of();

    Incidents(
            IncidentRepository incidents,
            DoubtfulSendRepository doubtful,
            Propagation propagation,
            PurposeRegister register,
            MeterRegistry meters,
            Clock clock) {
        this.incidents = incidents;
        this.doubtful = doubtful;
        this.register = register;
        this.clock = clock;
        propagation.targets().keySet().forEach(system -> show(system, meters));
        show(Message.UNKNOWN_SYSTEM, meters);
    }

    private void show(String system, MeterRegistry meters) {
        Gauge.builder("preferences.incidents.open", () -> open.getOrDefault(system, 0L))
                .description("Messages sent in spite of a no that nobody has dealt with: alert on more than 0")
                .tag("system", system)
                .register(meters);
    }

    /** A message that reached somebody in spite of their no. */
    public record Sent(String system, Cell cell, Instant sentAt) {}

    /** Those about these subjects, in the caller's session. */
    public Uni<List<Sent>> about(Collection<String> keys) {
        return incidents
                .about(keys)
                .map(found -> found.stream()
                        .map(incident -> new Sent(
                                incident.system,
                                new Cell(incident.purpose, incident.channel, incident.brand),
                                incident.sentAt))
                        .toList());
    }

    /** Forgets whom the incidents are about; that there were incidents stays. In the caller's transaction. */
    public Uni<Integer> forget(Collection<String> keys) {
        return incidents.forget(keys).chain(known -> doubtful.remove(keys).map(more -> known + more));
    }

    @Scheduled(every = "15s", identity = "count-incidents")
    Uni<Void> count() {
        return Panache.withSession(incidents::openBySystem)
                .invoke(counted -> open = counted)
                .replaceWithVoid();
    }

    @Scheduled(every = "1h", delayed = "4m", identity = "forget-incidents")
    Uni<Void> release() {
        return register.retentionRule(RULE)
                .map(rule -> rule.period() instanceof RetentionPeriod.Fixed(Period period) ? period : null)
                .map(period ->
                        clock.instant().atZone(ZoneOffset.UTC).minus(period).toInstant())
                .map(before -> Panache.withTransaction(() -> incidents.deleteBefore(before))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
