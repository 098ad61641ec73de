package org.privacypromise.preferences.choice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.privacypromise.events.ChoicesChanged;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.PreferencesEvent;
import org.privacypromise.events.PreferencesState;
import org.privacypromise.outbox.Outbox;
import org.privacypromise.outbox.OutboxEvent;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.register.PurposeRegister;

/** What the rest of the world is told about choices, within the transaction that changes them. */
@ApplicationScoped
class PreferencesEvents {

    private final Outbox outbox;
    private final OfferedChoices offered;
    private final PurposeRegister register;

    PreferencesEvents(Outbox outbox, OfferedChoices offered, PurposeRegister register) {
        this.outbox = outbox;
        this.offered = offered;
        this.register = register;
    }

    Uni<Void> state(Preferences subject) {
        List<PreferencesState.Choice> choices = offered.inForceFor(subject).stream()
                .map(choice -> new PreferencesState.Choice(
                        choice.purpose(),
                        choice.channel(),
                        choice.brand(),
                        choice.allowed() && !subject.isRestricted(),
                        Objects.requireNonNullElse(choice.since(), subject.createdAt())))
                .toList();
        return append(
                new PreferencesState(
                        subject.key(), subject.version(), register.version(), subject.changedAt(), choices),
                subject);
    }

    /** Every system forgets this subject and stops sending. */
    @SuppressWarnings("NullAway") // that the payload may be null is not seen in the class file of another module
    Uni<Void> forgotten(String key, Instant now) {
        EventType type = EventType.PREFERENCES_STATE;
        return outbox.append(
                new OutboxEvent(UUID.randomUUID(), type.topic(), key, type.typeName(), type.schema(), now, null));
    }

    Uni<Void> choicesChanged(Preferences subject, List<Decision> changes, Evidence evidence) {
        return append(
                new ChoicesChanged(
                        subject.key(),
                        subject.version(),
                        subject.changedAt(),
                        ChoicesChanged.Source.valueOf(evidence.source().name()),
                        evidence.noticeVersion(),
                        changed(changes)),
                subject);
    }

    /** The same from the evidence, for a change that was not told when it was made. */
    Uni<Void> choicesChanged(ConsentRecord record) {
        return append(
                new ChoicesChanged(
                        record.key(),
                        record.version(),
                        record.recordedAt(),
                        ChoicesChanged.Source.valueOf(record.source().name()),
                        record.noticeVersion(),
                        changed(record.changes())),
                record.recordedAt());
    }

    private static List<ChoicesChanged.Change> changed(List<Decision> changes) {
        return changes.stream()
                .map(change -> new ChoicesChanged.Change(
                        change.cell().purpose(),
                        change.cell().channel(),
                        change.cell().brand(),
                        change.allowed()))
                .toList();
    }

    private Uni<Void> append(PreferencesEvent event, Preferences subject) {
        return append(event, subject.changedAt());
    }

    private Uni<Void> append(PreferencesEvent event, Instant time) {
        return outbox.append(new OutboxEvent(
                UUID.randomUUID(),
                event.type().topic(),
                event.key(),
                event.type().typeName(),
                event.type().schema(),
                time,
                EventJson.write(event)));
    }
}
