package org.privacypromise.preferences.propagation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.privacypromise.preferences.propagation.PropagationView.SystemProgress;
import org.privacypromise.register.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;

/** How far a version of somebody's preferences has come: every registered system must have said that it is in force. */
@ApplicationScoped
public class Propagation {

    private final AcknowledgementRepository acknowledgements;
    private final PurposeRegister register;
    private final List<String> systems;

    Propagation(AcknowledgementRepository acknowledgements, PurposeRegister register) {
        this.acknowledgements = acknowledgements;
        this.register = register;
        this.systems = register.systemsFor(Operation.PREFERENCES).stream()
                .map(RegisteredSystem::key)
                .toList();
    }

    boolean isRegistered(String system) {
        return systems.contains(system);
    }

    /** Since when which version of a subject's preferences is in force in which system, by name. */
    public record InForce(String system, long version, Instant since) {}

    /** What the systems have said about a subject, in the caller's session. */
    public Uni<List<InForce>> inForce(String key) {
        return acknowledgements
                .of(key)
                .map(received -> received.stream()
                        .map(one -> new InForce(nameOf(one.system()), one.version(), one.effectiveFrom()))
                        .sorted(Comparator.comparing(InForce::system))
                        .toList());
    }

    private String nameOf(String system) {
        return register.system(system)
                .map(RegisteredSystem::name)
                .map(name -> name.in(register.defaultLanguage().tag()).text())
                .orElse(system);
    }

    /** Forgets what the systems have said about these subjects. */
    public Uni<Integer> forget(Collection<String> keys) {
        return acknowledgements.remove(keys);
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
