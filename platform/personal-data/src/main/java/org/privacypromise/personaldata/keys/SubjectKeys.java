package org.privacypromise.personaldata.keys;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.personaldata.RetentionClass;
import org.privacypromise.personaldata.WrappingKeys;

/**
 * One data key per subject and retention class. Everything happens in the caller's Hibernate Reactive session, and what
 * writes needs its transaction.
 *
 * <p>Unwrapped keys are not cached: a destruction is in force everywhere with its commit, and a key whose creation was
 * rolled back encrypts nothing.
 */
@ApplicationScoped
public class SubjectKeys {

    private final SubjectKeyRepository keys;
    private final WrappingKeys wrappingKeys;
    private final Clock clock;

    SubjectKeys(SubjectKeyRepository keys, WrappingKeys wrappingKeys, Clock clock) {
        this.keys = keys;
        this.wrappingKeys = wrappingKeys;
        this.clock = clock;
    }

    /**
     * The key to encrypt with, made if there is none: once, however many ask at the same moment. After a destruction a
     * subject who gives new data gets a new key; what the old one encrypted stays unreadable.
     */
    public Uni<DataKey> forWriting(String subject, RetentionClass retentionClass) {
        return forReading(subject, retentionClass)
                .chain(known ->
                        known.map(key -> Uni.createFrom().item(key)).orElseGet(() -> create(subject, retentionClass)));
    }

    private Uni<DataKey> create(String subject, RetentionClass retentionClass) {
        DataKey key = DataKey.random();
        return keys.insertIfNone(key.id(), subject, retentionClass, wrappingKeys.wrap(key), now())
                .chain(inserted -> inserted ? Uni.createFrom().item(key) : forWriting(subject, retentionClass));
    }

    /** The key to decrypt with; empty if there never was one, or if it is destroyed. */
    public Uni<Optional<DataKey>> forReading(String subject, RetentionClass retentionClass) {
        return keys.live(subject, retentionClass)
                .map(found -> Optional.ofNullable(found).map(key -> key.unwrap(wrappingKeys)));
    }

    /**
     * Destroys every key of the subject. Doing it again changes nothing.
     *
     * @return a certificate for each key that was ever destroyed, the oldest key first; none if there never was one
     */
    public Uni<List<DestructionCertificate>> destroy(String subject) {
        return destroy(subject, key -> true);
    }

    /** As {@link #destroy(String)}, for one retention class only: the data of the others has to be kept longer. */
    public Uni<List<DestructionCertificate>> destroy(String subject, RetentionClass retentionClass) {
        return destroy(subject, key -> key.retentionClass.equals(retentionClass.name()));
    }

    private Uni<List<DestructionCertificate>> destroy(String subject, Predicate<SubjectKey> scope) {
        return keys.ofSubject(subject)
                .map(all -> all.stream().filter(scope).toList())
                .invoke(doomed -> doomed.forEach(key -> key.destroy(now())))
                .map(destroyed ->
                        destroyed.stream().map(SubjectKey::certificate).toList());
    }

    // As exact as the database stores it: the certificate's hash counts every digit.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
