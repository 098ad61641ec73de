package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.privacypromise.events.SubjectErased;

/**
 * Erases again whom the ledger names and this database has not seen erased. In ordinary times that is nobody: a task
 * came first. After a restore, everybody whom this service knows is looked at once.
 */
@ApplicationScoped
class ReapplyErasures {

    private static final Logger LOG = Logger.getLogger(ReapplyErasures.class);
    private static final int PAGE = 1_000;

    private final SubjectData data;
    private final EraseSubject eraseSubject;
    private final ErasedSubjectRepository erased;
    private final SubjectRefs refs;
    private final OwnSystem ownSystem;

    ReapplyErasures(
            SubjectData data,
            EraseSubject eraseSubject,
            ErasedSubjectRepository erased,
            SubjectRefs refs,
            OwnSystem ownSystem) {
        this.data = data;
        this.eraseSubject = eraseSubject;
        this.erased = erased;
        this.refs = refs;
        this.ownSystem = ownSystem;
    }

    Uni<Void> reapply(List<SubjectErased> erasures) {
        Map<String, Instant> newest = erasures.stream()
                .collect(Collectors.toMap(SubjectErased::subjectRef, SubjectErased::erasedAt, ReapplyErasures::later));
        return unseen(newest)
                .invoke(this::requireKeys)
                .chain(unseen -> unseen.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : eraseKnown(unseen).chain(() -> accountFor(unseen)));
    }

    // Or people would stay whom nobody can name any more.
    private void requireKeys(Map<String, Instant> unseen) {
        long lost = unseen.keySet().stream().filter(refs::lackKeyOf).count();
        if (lost > 0) {
            throw new PlainException(lost + " erasures are under an erasure key that is not here: put it back");
        }
    }

    /** Those of the ledger's erasures that this database has not seen; the others are accounted for. */
    private Uni<Map<String, Instant>> unseen(Map<String, Instant> newest) {
        Map<String, Instant> unseen = new HashMap<>(newest);
        return inPages(newest, page -> erased.among(page.keySet()).invoke(seen -> dropAccountedFor(seen, unseen)))
                .replaceWith(unseen);
    }

    private static void dropAccountedFor(List<ErasedSubject> seen, Map<String, Instant> unseen) {
        seen.forEach(subject ->
                unseen.computeIfPresent(subject.subjectRef, (ref, said) -> subject.accountsFor(said) ? null : said));
    }

    private Uni<Void> eraseKnown(Map<String, Instant> unseen) {
        return Multi.createBy()
                .repeating()
                .uni(Cursor::new, cursor -> erasePage(unseen, cursor))
                .until(page -> page.isEmpty())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<KnownSubject>> erasePage(Map<String, Instant> unseen, Cursor cursor) {
        return Panache.withSession(() -> data.knownSubjects(cursor.after, PAGE)).call(page -> {
            List<KnownSubject> back =
                    page.stream().filter(subject -> isBack(subject, unseen)).toList();
            if (!page.isEmpty()) {
                cursor.after = page.getLast().key();
            }
            return InTurn.each(back, this::erase).invoke(() -> {
                if (!back.isEmpty()) {
                    LOG.warnf("%d subjects had come back after their erasure and are erased again", back.size());
                }
            });
        });
    }

    private boolean isBack(KnownSubject subject, Map<String, Instant> unseen) {
        return refs.allVersions(subject.key()).stream().anyMatch(ref -> {
            Instant erasedAt = unseen.get(ref);
            return erasedAt != null && subject.since().isBefore(erasedAt);
        });
    }

    private Uni<Erasure> erase(KnownSubject known) {
        Subject subject = Subject.ofKey(known.key());
        return Stay.here(() -> data.beforeErasure(subject))
                .chain(() -> Panache.withTransaction(() -> eraseSubject.erase(subject, ownSystem.exemptions())));
    }

    private Uni<Void> accountFor(Map<String, Instant> unseen) {
        return inPages(
                unseen,
                page -> InTurn.each(page.entrySet(), said -> erased.accountFor(said.getKey(), said.getValue())));
    }

    /** A transaction for each page. */
    private static Uni<Void> inPages(Map<String, Instant> all, Function<Map<String, Instant>, Uni<?>> work) {
        List<String> keys = new ArrayList<>(all.keySet());
        List<List<String>> pages = IntStream.rangeClosed(0, (keys.size() - 1) / PAGE)
                .mapToObj(page -> keys.subList(page * PAGE, Math.min(keys.size(), (page + 1) * PAGE)))
                .toList();
        return InTurn.each(
                pages,
                page -> Panache.withTransaction(
                        () -> work.apply(page.stream().collect(Collectors.toMap(key -> key, all::get)))));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static final class Cursor {
        private String after = "";
    }
}
