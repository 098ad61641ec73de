package org.privacypromise.preferences.choice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return outbox.append(stateOf(subject));
    }

    /** A change, and the state that it has led to. */
    Uni<Void> change(ConsentRecord record, Preferences subject) {
        return outbox.appendAll(List.of(changeOf(record), stateOf(subject)));
    }

    /** Changes that were not told when they were made, from their evidence. */
    Uni<Void> changes(List<ConsentRecord> records) {
        return outbox.appendAll(records.stream().map(this::changeOf).toList());
    }

    /** The same, and the states that they have led to, each behind the changes of its subject. */
    Uni<Void> changes(Map<Preferences, List<ConsentRecord>> bySubject) {
        List<OutboxEvent> events = new ArrayList<>();
        bySubject.forEach((subject, records) -> {
            records.forEach(record -> events.add(changeOf(record)));
            events.add(stateOf(subject));
        });
        return outbox.appendAll(events);
    }

    private OutboxEvent stateOf(Preferences subject) {
        List<PreferencesState.Choice> choices = offered.inForceFor(subject).stream()
                .map(choice -> new PreferencesState.Choice(
                        choice.purpose(),
                        choice.channel(),
                        choice.brand(),
                        choice.allowed() && !subject.isRestricted(),
                        Objects.requireNonNullElse(choice.since(), subject.createdAt())))
                .toList();
        return event(
                new PreferencesState(
                        subject.key(), subject.version(), register.version(), subject.changedAt(), choices),
                subject.changedAt());
    }

    /** Every system forgets this subject and stops sending. */
    @SuppressWarnings("NullAway") // that the payload may be null is not seen in the class file of another module
    Uni<Void> forgotten(String key, Instant now) {
        EventType type = EventType.PREFERENCES_STATE;
        return outbox.append(
                new OutboxEvent(UUID.randomUUID(), type.topic(), key, type.typeName(), type.schema(), now, null));
    }

    private OutboxEvent changeOf(ConsentRecord record) {
        return event(
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

    private static OutboxEvent event(PreferencesEvent event, Instant time) {
        return new OutboxEvent(
                UUID.randomUUID(),
                event.type().topic(),
                event.key(),
                event.type().typeName(),
                event.type().schema(),
                time,
                EventJson.write(event));
    }
}
