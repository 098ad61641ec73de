package org.privacypromise.preferences.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.ledger.LeafRepository.Reach;
import org.privacypromise.preferences.ledger.chain.LedgerHash;
import org.privacypromise.preferences.ledger.chain.LedgerHead;
import org.privacypromise.preferences.ledger.chain.MerkleTree;

/**
 * Signs heads over what has come to the ledger: at intervals, and before an export. No record is left out for having
 * been committed late, and none is covered twice, whatever dies and however many replicas run.
 */
@ApplicationScoped
class SignHeads {

    private static final Logger LOG = Logger.getLogger(SignHeads.class);
    /** So that one head's records fit into memory, and the path from one of them to the root is quickly made. */
    private static final int MOST_RECORDS = 10_000;
    /** With the pause of each look, about two seconds: then another time will do. */
    private static final int MOST_LOOKS = 100;

    private final LeafRepository leaves;
    private final SignedHeadRepository heads;
    private final HeadKeys keys;
    private final Clock clock;

    SignHeads(LeafRepository leaves, SignedHeadRepository heads, HeadKeys keys, Clock clock) {
        this.leaves = leaves;
        this.heads = heads;
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(
            every = "{privacy.ledger.head-interval}",
            identity = "sign-ledger-heads",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> atIntervals() {
        return upToNow().replaceWithVoid();
    }

    /** The newest head, which covers all that was committed before this call; older if somebody writes for long. */
    Uni<@Nullable SignedHead> upToNow() {
        return Panache.withSession(leaves::reach)
                .chain(reach -> allHere(reach)
                        .chain(allHere -> allHere
                                ? signUpTo(reach.upToId())
                                : Uni.createFrom().voidItem()))
                .chain(() -> Panache.withSession(heads::newest));
    }

    private Uni<Boolean> allHere(Reach reach) {
        return Multi.createBy()
                .repeating()
                .uni(() -> Panache.withSession(() -> leaves.haveEnded(reach.writers())))
                .until(ended -> ended)
                .select()
                .first(MOST_LOOKS)
                .collect()
                .asList()
                .map(looks -> looks.size() < MOST_LOOKS);
    }

    private Uni<Void> signUpTo(long upToId) {
        return Multi.createBy()
                .repeating()
                .uni(() -> Panache.withTransaction(() -> signNext(upToId)))
                .whilst(signed -> signed)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Whether there was anything to sign. */
    private Uni<Boolean> signNext(long upToId) {
        return heads.lock()
                .chain(heads::newest)
                .chain(newest -> leaves.between(newest == null ? 0 : newest.upToId, upToId, MOST_RECORDS)
                        .chain(next -> next.isEmpty()
                                ? Uni.createFrom().item(false)
                                : heads.persist(head(newest, next))
                                        .invoke(SignHeads::tell)
                                        .replaceWith(true)));
    }

    private SignedHead head(@Nullable SignedHead newest, List<Leaf> covered) {
        LedgerHead head = new LedgerHead(
                newest == null ? 1 : newest.sequence + 1,
                newest == null ? LedgerHash.NONE : newest.hash(),
                newest == null ? 0 : newest.upToId,
                covered.getLast().id(),
                covered.size(),
                MerkleTree.root(Leaf.hashes(covered)),
                clock.instant());
        return new SignedHead(head, keys.active());
    }

    // A log that is shipped elsewhere is a witness: whoever rewrites the database cannot rewrite it.
    private static void tell(SignedHead head) {
        LOG.infof("Signed ledger head %d over %d records: %s", head.sequence, head.records, head.hash());
    }
}
