package org.privacypromise.preferences.propagation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.privacypromise.preferences.propagation.PropagationView.SystemProgress;
import org.privacypromise.register.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;

/** How far a version of somebody's preferences has come: every registered system must have said that it is in force. */
@ApplicationScoped
public class Propagation {

    private final AcknowledgementRepository acknowledgements;
    private final List<String> systems;

    Propagation(AcknowledgementRepository acknowledgements, PurposeRegister register) {
        this.acknowledgements = acknowledgements;
        this.systems = register.systemsFor(Operation.PREFERENCES).stream()
                .map(RegisteredSystem::key)
                .toList();
    }

    boolean isRegistered(String system) {
        return systems.contains(system);
    }

    /** @param changedAt when that version came into being */
    public Uni<PropagationView> of(String key, long version, Instant changedAt) {
        return acknowledgements
                .of(key)
                .map(received -> PropagationView.of(systems.stream()
                        .map(system -> received.stream()
                                .filter(one -> one.system().equals(system) && one.version() >= version)
                                .findFirst()
                                .map(one -> SystemProgress.acknowledged(system, changedAt, one.effectiveFrom()))
                                .orElseGet(() -> SystemProgress.sent(system)))
                        .toList()));
    }
}
