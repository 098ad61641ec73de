package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.reactive.mutiny.Mutiny;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.personaldata.RetentionClass;
import org.privacypromise.personaldata.keys.SubjectKeys;

/** A service that holds notes about subjects, each subject with a key of its own. */
@Singleton
class Notes implements SubjectData {

    static final LocalDate KEPT_UNTIL = LocalDate.of(2032, 1, 31);

    /** Subjects whose account elsewhere cannot be deleted until the test takes them out. */
    final Set<String> stubborn = ConcurrentHashMap.newKeySet();

    /** Subjects of whom more is kept than is allowed. */
    final Set<String> greedy = ConcurrentHashMap.newKeySet();

    /** Whose account elsewhere was deleted, in order. */
    final List<String> deletedElsewhere = new CopyOnWriteArrayList<>();

    /** Subjects whose notes are not used now. */
    final Set<String> restricted = ConcurrentHashMap.newKeySet();

    final AtomicInteger pagesRead = new AtomicInteger();

    private final SubjectKeys keys;

    Notes(SubjectKeys keys) {
        this.keys = keys;
    }

    Uni<Void> write(String key, String text, Instant at) {
        return keys.forWriting(key, new RetentionClass("account"))
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(
                                "INSERT INTO note (subject_key, text, noted_at) VALUES (?1, ?2, ?3)")
                        .setParameter(1, key)
                        .setParameter(2, text)
                        .setParameter(3, at)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<String>> of(String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT text FROM note WHERE subject_key = ?1 ORDER BY id", String.class)
                        .setParameter(1, key)
                        .getResultList());
    }

    @Override
    public Uni<List<DataSection>> export(Subject subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT text, noted_at FROM note WHERE subject_key IN (?1) ORDER BY id", Object[].class)
                        .setParameter(1, subject.keys())
                        .getResultList())
                .map(rows -> List.of(
                        new DataSection(
                                "user.privacy_preferences",
                                "given by you",
                                rows.stream().map(Notes::fields).toList()),
                        new DataSection("user.unique_id", "made by us", List.of())));
    }

    private static Map<String, Object> fields(Object[] row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("note", row[0]);
        fields.put("noted on", LocalDate.ofInstant(instant(row[1]), ZoneOffset.UTC));
        fields.put("answered", null);
        return fields;
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    @Override
    public Uni<Void> beforeErasure(Subject subject) {
        return subject.keys().stream().anyMatch(stubborn::contains)
                ? Uni.createFrom().failure(new IllegalStateException("secret@example.org"))
                : Uni.createFrom().voidItem().invoke(() -> deletedElsewhere.addAll(subject.keys()));
    }

    @Override
    public Uni<Erasure> erase(Subject subject, List<SubjectTask.Exemption> keep) {
        List<DestructionCertificate> certificates = new ArrayList<>();
        return Panache.getSession()
                .chain(session -> delete(session, subject))
                .call(() -> InTurn.each(subject.keys(), key -> keys.destroy(key).invoke(certificates::addAll)))
                .map(deleted -> new Erasure(deleted > 0, deleted > 0 ? kept(subject, keep) : List.of(), certificates));
    }

    private static Uni<Integer> delete(Mutiny.Session session, Subject subject) {
        return session.createNativeQuery("DELETE FROM note WHERE subject_key IN (?1)")
                .setParameter(1, subject.keys())
                .executeUpdate();
    }

    private List<TaskAnswered.Kept> kept(Subject subject, List<SubjectTask.Exemption> keep) {
        if (subject.keys().stream().anyMatch(greedy::contains)) {
            return List.of(new TaskAnswered.Kept("user.privacy_preferences", "tax-records", KEPT_UNTIL));
        }
        return keep.stream()
                .map(allowed -> new TaskAnswered.Kept(allowed.category(), allowed.retention(), KEPT_UNTIL))
                .toList();
    }

    @Override
    public Uni<Void> restrict(Subject subject, boolean restricted) {
        if (restricted) {
            this.restricted.addAll(subject.keys());
        } else {
            this.restricted.removeAll(subject.keys());
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<KnownSubject>> knownSubjects(String after, int limit) {
        pagesRead.incrementAndGet();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT subject_key, min(noted_at) FROM note WHERE subject_key > ?1
                                GROUP BY subject_key ORDER BY subject_key LIMIT ?2""", Object[].class)
                        .setParameter(1, after)
                        .setParameter(2, Math.min(limit, 3))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new KnownSubject((String) row[0], instant(row[1])))
                        .toList());
    }
}
