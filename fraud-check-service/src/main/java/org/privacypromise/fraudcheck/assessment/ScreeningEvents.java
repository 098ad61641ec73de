package org.privacypromise.fraudcheck.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.ScreeningConcluded;
import org.privacypromise.fraudcheck.rule.verdict.Reason;
import org.privacypromise.outbox.Outbox;
import org.privacypromise.outbox.OutboxEvent;

/** Tells what a screening came to, in the caller's transaction. */
@ApplicationScoped
public class ScreeningEvents {

    private final Outbox outbox;

    ScreeningEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Void> concluded(Screening screening) {
        ScreeningConcluded event = new ScreeningConcluded(
                screening.id(),
                screening.version(),
                ScreeningConcluded.Subject.valueOf(screening.screened().name()),
                ScreeningConcluded.Verdict.valueOf(screening.verdict().name()),
                screening.isDecided() ? ScreeningConcluded.DecidedBy.HUMAN : ScreeningConcluded.DecidedBy.RULES,
                screening.ruleSetVersion(),
                screening.reasons().stream().map(Reason::rule).toList(),
                screening.concludedAt());
        EventType type = event.type();
        return outbox.append(new OutboxEvent(
                UUID.randomUUID(),
                type.topic(),
                event.key(),
                type.typeName(),
                type.schema(),
                event.decidedAt(),
                EventJson.write(event)));
    }
}
