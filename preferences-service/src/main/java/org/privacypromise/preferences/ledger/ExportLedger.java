package org.privacypromise.preferences.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.ledger.LedgerLine.Proof;
import org.privacypromise.preferences.ledger.chain.LedgerHash;
import org.privacypromise.preferences.ledger.chain.MerkleTree;

/**
 * Gives the ledger out so that it can be checked without us: up to a head that is signed for it, in pieces that are read
 * when they are asked for, however long it is.
 */
@ApplicationScoped
class ExportLedger {

    private static final int PAGE = 500;

    private final SignHeads signing;
    private final ConsentRecordRepository records;
    private final LeafRepository leaves;
    private final SignedHeadRepository heads;
    private final Clock clock;

    ExportLedger(
            SignHeads signing,
            ConsentRecordRepository records,
            LeafRepository leaves,
            SignedHeadRepository heads,
            Clock clock) {
        this.signing = signing;
        this.records = records;
        this.leaves = leaves;
        this.heads = heads;
        this.clock = clock;
    }

    /** Everybody's records and all heads. */
    Multi<List<LedgerLine>> all() {
        return export(
                null,
                newest -> pieces(cursor -> nextHead(cursor, newest))
                        .onItem()
                        .transformToMultiAndConcatenate(this::withItsRecords));
    }

    /** One subject's records, each with the proof that it is under its head, and those heads. */
    Multi<List<LedgerLine>> of(String key) {
        return export(
                key,
                newest -> pieces(cursor -> nextHead(key, cursor, newest))
                        .onItem()
                        .transformToUniAndConcatenate(head -> Panache.withSession(() -> proven(key, head))));
    }

    private Multi<List<LedgerLine>> export(@Nullable String key, Content content) {
        return signing.upToNow().onItem().transformToMulti(newest -> {
            Tally tally = new Tally();
            return Multi.createBy()
                    .concatenating()
                    .streams(
                            Multi.createFrom().item(List.<LedgerLine>of(LedgerLine.Start.of(key, clock.instant()))),
                            content.upTo(newest == null ? 0 : newest.upToId).invoke(tally::add),
                            Multi.createFrom().item(() -> List.<LedgerLine>of(tally.end())));
        });
    }

    /** The heads one by one, each found when it is asked for. */
    private static Multi<SignedHead> pieces(Next next) {
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicLong::new,
                        cursor -> Panache.withSession(() -> next.after(cursor.get()))
                                .map(List::copyOf)
                                .invoke(found -> found.forEach(head -> cursor.set(head.upToId))))
                .until(List::isEmpty)
                .onItem()
                .transformToIterable(found -> found);
    }

    private Uni<List<SignedHead>> nextHead(long afterId, long newest) {
        return afterId >= newest
                ? Uni.createFrom().item(List.of())
                : heads.covering(afterId + 1).map(head -> List.of(Objects.requireNonNull(head)));
    }

    private Uni<List<SignedHead>> nextHead(String key, long afterId, long newest) {
        return records.nextId(key, afterId)
                .chain(id -> id == null || id > newest
                        ? Uni.createFrom().item(List.of())
                        : heads.covering(id).map(head -> List.of(Objects.requireNonNull(head))));
    }

    private Multi<List<LedgerLine>> withItsRecords(SignedHead head) {
        Multi<List<LedgerLine>> covered = Multi.createBy()
                .repeating()
                .uni(() -> new AtomicLong(head.afterId), cursor -> Panache.withSession(() -> page(cursor, head.upToId)))
                .until(List::isEmpty);
        return Multi.createBy()
                .concatenating()
                .streams(covered, Multi.createFrom().item(List.<LedgerLine>of(LedgerLine.Head.of(head))));
    }

    // The places first, the records then: one that is released in between is shown as such.
    private Uni<List<LedgerLine>> page(AtomicLong cursor, long upToId) {
        long afterId = cursor.get();
        return leaves.between(afterId, upToId, PAGE)
                .invoke(page ->
                        cursor.set(page.isEmpty() ? upToId : page.getLast().id()))
                .chain(page -> records.between(afterId, cursor.get()).map(found -> lines(page, found)));
    }

    private static List<LedgerLine> lines(List<Leaf> page, List<ConsentRecord> found) {
        Map<Long, ConsentRecord> byId = found.stream().collect(Collectors.toMap(ExportLedger::idOf, record -> record));
        return page.stream()
                .<LedgerLine>map(leaf -> {
                    ConsentRecord record = byId.get(leaf.id());
                    return record == null
                            ? LedgerLine.Released.of(leaf)
                            : LedgerLine.Recorded.of(leaf.id(), record, null);
                })
                .toList();
    }

    private Uni<List<LedgerLine>> proven(String key, SignedHead head) {
        return leaves.between(head.afterId, head.upToId, head.records)
                .chain(covered -> records.between(key, head.afterId, head.upToId)
                        .map(found -> {
                            List<LedgerLine> lines = new ArrayList<>(List.of(LedgerLine.Head.of(head)));
                            found.forEach(record -> lines.add(
                                    LedgerLine.Recorded.of(idOf(record), record, proof(head, covered, idOf(record)))));
                            return lines;
                        }));
    }

    private static Proof proof(SignedHead head, List<Leaf> covered, long id) {
        List<LedgerHash> hashes = Leaf.hashes(covered);
        int index = covered.stream().map(Leaf::id).toList().indexOf(id);
        return Proof.of(head.sequence, index, MerkleTree.path(hashes, index));
    }

    private static long idOf(ConsentRecord stored) {
        return Objects.requireNonNull(stored.id());
    }

    /** What stands between the first and the last line. */
    private interface Content {
        Multi<List<LedgerLine>> upTo(long newest);
    }

    /** The head, if there is one more, that follows what was read up to an ID. */
    private interface Next {
        Uni<List<SignedHead>> after(long id);
    }

    /** Counts what went out. */
    private static final class Tally {

        private long records;
        private long heads;

        void add(List<LedgerLine> lines) {
            lines.forEach(line -> {
                switch (line) {
                    case LedgerLine.Recorded _, LedgerLine.Released _ -> records++;
                    case LedgerLine.Head _ -> heads++;
                    default -> {}
                }
            });
        }

        LedgerLine.End end() {
            return LedgerLine.End.of(records, heads);
        }
    }
}
