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
                        choice.allowed(),
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
        List<ChoicesChanged.Change> changed = changes.stream()
                .map(change -> new ChoicesChanged.Change(
                        change.cell().purpose(),
                        change.cell().channel(),
                        change.cell().brand(),
                        change.allowed()))
                .toList();
        return append(
                new ChoicesChanged(
                        subject.key(),
                        subject.version(),
                        subject.changedAt(),
                        ChoicesChanged.Source.valueOf(evidence.source().name()),
                        evidence.noticeVersion(),
                        changed),
                subject);
    }

    private Uni<Void> append(PreferencesEvent event, Preferences subject) {
        return outbox.append(new OutboxEvent(
                UUID.randomUUID(),
                event.type().topic(),
                event.key(),
                event.type().typeName(),
                event.type().schema(),
                subject.changedAt(),
                EventJson.write(event)));
    }
}
