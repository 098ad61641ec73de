package org.privacypromise.preferences.leak;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.leak.Incident.Kind;
import org.privacypromise.preferences.leak.judgement.Judgement.Leak;
import org.privacypromise.subjecttasks.SubjectRefs;

/** Records that a message should not have been sent, once, with what shows it. */
@ApplicationScoped
class RecordIncident {

    private static final Logger LOG = Logger.getLogger(RecordIncident.class);

    private final IncidentRepository incidents;
    private final Refusals refusals;
    private final SubjectRefs subjects;
    private final MeterRegistry meters;
    private final Clock clock;

    RecordIncident(
            IncidentRepository incidents, Refusals refusals, SubjectRefs subjects, MeterRegistry meters, Clock clock) {
        this.incidents = incidents;
        this.refusals = refusals;
        this.subjects = subjects;
        this.meters = meters;
        this.clock = clock;
    }

    Uni<@Nullable Instant> erasedAt(List<String> refs) {
        return incidents.erasedAt(refs);
    }

    /** @param key null for a subject that was erased */
    Uni<Void> found(Kind kind, Message message, @Nullable String key) {
        return add(new Incident(kind, message, key, subjects.refOf(message.key()), clock.instant()));
    }

    Uni<Void> found(Leak leak, Message message) {
        Kind kind = leak.inForce() == null ? Kind.AFTER_TARGET_TIME : Kind.AFTER_EFFECTIVE;
        Incident incident = new Incident(kind, message, message.key(), subjects.refOf(message.key()), clock.instant());
        incident.refusedAt = leak.refusal().at();
        incident.refusedVersion = leak.refusal().version();
        incident.dueAt = leak.dueAt();
        if (leak.inForce() != null) {
            incident.acknowledgedVersion = leak.inForce().version();
            incident.effectiveFrom = leak.inForce().since();
        }
        return refusals.proofOf(message.key(), leak.refusal().version())
                .invoke(hash -> incident.recordHash = hash.isEmpty() ? null : hash)
                .chain(() -> add(incident));
    }

    private Uni<Void> add(Incident incident) {
        return incidents
                .add(incident)
                .invoke(isNew -> {
                    if (isNew) {
                        tell(incident);
                    }
                })
                .replaceWithVoid();
    }

    private void tell(Incident incident) {
        LOG.warnf("A message of %s was sent in spite of a no (%s): GET /incidents", incident.system, incident.kind);
        Counter.builder("preferences.leaks")
                .description("Messages that were sent and should not have been")
                .tag("system", incident.system)
                .tag("kind", incident.kind.name())
                .register(meters)
                .increment();
    }
}
