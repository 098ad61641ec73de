package org.privacypromise.preferences.gpc;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.Preferences;
import org.privacypromise.preferences.choice.PreferencesRepository;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.GpcSignal;
import org.privacypromise.preferences.choice.matrix.Memory;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.PurposeRegister;

/** Opts a customer out of advertising across sites because their browser says so; every request says it again. */
@ApplicationScoped
class HearSignal {

    /** A signal is in no language (BCP 47: undetermined). */
    private static final String NO_LANGUAGE = "und";

    private final PreferencesRepository preferences;
    private final ChangeChoices changeChoices;
    private final PurposeRegister register;
    private final Clock clock;
    private final List<Cell> cells;

    HearSignal(
            PreferencesRepository preferences,
            ChangeChoices changeChoices,
            PurposeRegister register,
            GpcConfig config,
            Clock clock) {
        this.preferences = preferences;
        this.changeChoices = changeChoices;
        this.register = register;
        this.clock = clock;
        this.cells = register.choices().stream()
                .filter(ChoiceCell::changeable)
                .filter(cell -> cell.channel().equals(config.channel()))
                .map(cell -> new Cell(cell.purpose(), cell.channel(), cell.brand()))
                .toList();
    }

    /** Most signals change nothing, which one look without a lock tells. */
    Uni<Void> of(String customerId) {
        String key = EventKey.ofCustomer(customerId);
        return isHeard(key).chain(heard -> heard ? Uni.createFrom().voidItem() : hear(key, customerId));
    }

    @WithSession
    Uni<Boolean> isHeard(String key) {
        return preferences.findById(key).map(this::isHeard);
    }

    private boolean isHeard(@Nullable Preferences customer) {
        if (customer == null) {
            return false;
        }
        Memory memory = customer.memory();
        GpcSignal signal = GpcSignal.on(customer.matrix(), cells, memory.gpcSince(), clock.instant());
        return memory.gpcSince() != null
                && customer.matrix().changesBy(signal.refusals()).isEmpty()
                && memory.afterDecisionsOn(
                                signal.refusals().stream()
                                        .map(refusal -> refusal.cell())
                                        .toList(),
                                Source.GPC)
                        .equals(memory)
                && memory.with(signal.conflicts()).equals(memory);
    }

    private Uni<Void> hear(String key, String customerId) {
        Instant now = clock.instant();
        return Panache.withTransaction(() -> changeChoices.introduce(key, now).chain(customer -> {
            if (customer == null) {
                return Uni.createFrom().voidItem();
            }
            GpcSignal signal =
                    GpcSignal.on(customer.matrix(), cells, customer.memory().gpcSince(), now);
            return changeChoices
                    .change(
                            key,
                            signal.refusals(),
                            new Evidence(Source.GPC, customerId, register.version(), NO_LANGUAGE, now))
                    .chain(() -> changeChoices.remember(
                            key, memory -> memory.heardGpc(now).with(signal.conflicts())));
        }));
    }
}
