package org.privacypromise.preferences.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.ledger.chain.CanonicalRecord;
import org.privacypromise.preferences.ledger.chain.LedgerHash;

/** A line of an exported ledger: what stands in docs/ledger.md, and what the verifier reads. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface LedgerLine {

    /** Says what kind of line it is. */
    String type();

    /**
     * The first line.
     *
     * @param scope {@code all}, or {@code key} for one subject's records
     */
    @RegisterForReflection
    record Start(
            String type,
            String format,
            String scope,
            @Nullable String key,
            Instant exportedAt) implements LedgerLine {

        static Start of(@Nullable String key, Instant now) {
            return new Start("ledger", "privacy-promise-ledger/1", key == null ? "all" : "key", key, now);
        }
    }

    /**
     * A consent record.
     *
     * @param proof where it is under its head; null where the head's other records are in the file as well
     */
    @RegisterForReflection
    record Recorded(
            String type,
            long id,
            String key,
            long version,
            String recordedAt,
            String source,
            String actor,
            String noticeVersion,
            String language,
            List<Change> changes,
            Map<String, String> details,
            String previousHash,
            String hash,
            @Nullable Proof proof)
            implements LedgerLine {

        static Recorded of(long id, ConsentRecord record, @Nullable Proof proof) {
            Evidence evidence = record.evidence();
            return new Recorded(
                    "record",
                    id,
                    record.key(),
                    record.version(),
                    CanonicalRecord.time(evidence.at()),
                    evidence.source().name(),
                    evidence.actor(),
                    evidence.noticeVersion(),
                    evidence.language(),
                    record.changes().stream().map(Change::of).toList(),
                    new TreeMap<>(record.details()),
                    record.previousHash().hex(),
                    record.hash().hex(),
                    proof);
        }
    }

    /** Where a record was whose time is over: what it said is erased, and its hash stays, or the heads would not verify. */
    @RegisterForReflection
    record Released(String type, long id, String hash) implements LedgerLine {

        static Released of(Leaf leaf) {
            return new Released("released", leaf.id(), leaf.hash().hex());
        }
    }

    /** One changed cell of a record. */
    @RegisterForReflection
    record Change(String purpose, String channel, String brand, boolean allowed) {

        static Change of(Decision decision) {
            return new Change(
                    decision.cell().purpose(),
                    decision.cell().channel(),
                    decision.cell().brand(),
                    decision.allowed());
        }
    }

    /**
     * Shows that a record is under a head without showing the others (RFC 9162, section 2.1.3).
     *
     * @param head the head's sequence
     * @param index the record's place among the head's records, from 0
     * @param path from the leaf up
     */
    @RegisterForReflection
    record Proof(long head, int index, List<String> path) {

        static Proof of(long head, int index, List<LedgerHash> path) {
            return new Proof(head, index, path.stream().map(LedgerHash::hex).toList());
        }
    }

    /** A signed head; in a whole ledger it follows the records it covers, else it comes before those that name it. */
    @RegisterForReflection
    record Head(String type, long sequence, String jws) implements LedgerLine {

        static Head of(SignedHead head) {
            return new Head("head", head.sequence, head.jws);
        }
    }

    /** The last line: without it, the file was cut off on its way. */
    @RegisterForReflection
    record End(String type, long records, long heads) implements LedgerLine {

        static End of(long records, long heads) {
            return new End("end", records, heads);
        }
    }
}
