package org.privacypromise.preferences.propagation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.privacypromise.preferences.propagation.PropagationView.SystemProgress;
import org.privacypromise.register.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;

/** How far a version of somebody's preferences has come: every registered system must have said that it is in force. */
@ApplicationScoped
public class Propagation {

    private final AcknowledgementRepository acknowledgements;
    private final PurposeRegister register;
    private final Lags lags;
    private final Clock clock;
    private final Map<String, Duration> targets = new LinkedHashMap<>();

    Propagation(AcknowledgementRepository acknowledgements, PurposeRegister register, Lags lags, Clock clock) {
        this.acknowledgements = acknowledgements;
        this.register = register;
        this.lags = lags;
        this.clock = clock;
        register.systemsFor(Operation.PREFERENCES)
                .forEach(system ->
                        targets.put(system.key(), Objects.requireNonNull(system.targetTime(Operation.PREFERENCES))));
    }

    public boolean isRegistered(String system) {
        return targets.containsKey(system);
    }

    /** The systems that follow choices, and within which time each means to have a change in force. */
    public Map<String, Duration> targets() {
        return Collections.unmodifiableMap(targets);
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

    /** The same by key, with what has been replaced since, as far back as it is kept. */
    public Uni<List<InForce>> historyOf(String key) {
        return acknowledgements
                .historyOf(key)
                .map(received -> received.stream()
                        .map(one -> new InForce(one.system(), one.version(), one.effectiveFrom()))
                        .toList());
    }

    String nameOf(String system) {
        return nameOf(system, register.defaultLanguage().tag());
    }

    private String nameOf(String system, String language) {
        return register.system(system)
                .map(RegisteredSystem::name)
                .map(name -> name.in(language).text())
                .orElse(system);
    }

    /** Forgets what the systems have said about these subjects. */
    public Uni<Integer> forget(Collection<String> keys) {
        return acknowledgements.remove(keys);
    }

    /**
     * @param changedAt when that version came into being
     * @param language the reader's
     */
    public Uni<PropagationView> of(String key, long version, Instant changedAt, String language) {
        return acknowledgements
                .of(key)
                .map(received -> received.stream()
                        .filter(one -> one.version() >= version)
                        .collect(Collectors.toMap(Acknowledgement::system, Acknowledgement::effectiveFrom)))
                .map(inForceSince -> view(inForceSince, changedAt, language));
    }

    /** Of a version that no system has been told yet. */
    public PropagationView ofNew(Instant changedAt, String language) {
        return view(Map.of(), changedAt, language);
    }

    private PropagationView view(Map<String, Instant> inForceSince, Instant changedAt, String language) {
        Instant now = clock.instant();
        List<SystemProgress> systems = targets.keySet().stream()
                .map(system -> {
                    String name = nameOf(system, language);
                    Instant dueBy = dueBy(system, changedAt);
                    Instant since = inForceSince.get(system);
                    return since == null
                            ? SystemProgress.waiting(system, name, dueBy, now)
                            : SystemProgress.acknowledged(system, name, dueBy, changedAt, since);
                })
                .toList();
        return PropagationView.of(systems, new PropagationWords(language, now));
    }

    private Instant dueBy(String system, Instant changedAt) {
        return lags.startOf(system, changedAt).plus(targets.getOrDefault(system, Duration.ZERO));
    }
}
