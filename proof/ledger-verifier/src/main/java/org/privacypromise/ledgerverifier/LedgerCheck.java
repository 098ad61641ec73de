package org.privacypromise.ledgerverifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.privacypromise.ledgerverifier.RecordLine.Proof;

/**
 * Checks a ledger line by line: each record is what was hashed, follows the one before it of the same subject, and lies
 * under a head that follows the head before. Remembers one hash for each subject.
 */
final class LedgerCheck {

    private final Optional<PublicKeys> keys;
    private final Map<Long, String> keptHeads;
    private final Map<String, Last> lastOfSubject = new HashMap<>();
    private final Set<Sha256> releasedHashes = new HashSet<>();
    private final Map<Long, Head> heads = new HashMap<>();
    private final TreeSet<String> signers = new TreeSet<>();

    private long line;
    private @Nullable JsonObject start;
    private boolean ended;
    private long records;
    private long released;
    private long headCount;
    private boolean beginsLater;
    private long lastId;
    private MerkleRoot uncovered = new MerkleRoot();
    private @Nullable Head lastHead;

    /**
     * @param keys that signed the heads, if they shall be checked
     * @param keptHeads JWS by sequence that somebody has kept: the ledger must have the same
     */
    LedgerCheck(Optional<PublicKeys> keys, Map<Long, String> keptHeads) {
        this.keys = keys;
        this.keptHeads = keptHeads;
    }

    /** @throws BrokenLedgerException if this line shows that the ledger is not what it was */
    void next(String text) {
        line++;
        if (text.isBlank()) {
            return;
        }
        try {
            read(JsonText.object(text));
        } catch (IllegalArgumentException e) {
            throw broken("it cannot be read: " + e.getMessage());
        }
    }

    private void read(JsonObject json) {
        String type = json.text("type");
        if (ended) {
            throw broken("there is more behind the last line of the export");
        }
        if ((start == null) != type.equals("ledger")) {
            throw broken("an export begins with one line of type ledger");
        }
        switch (type) {
            case "ledger" -> begin(json);
            case "record" -> record(RecordLine.of(json));
            case "released" -> released(json.number("id"), new Sha256(json.text("hash")));
            case "head" -> head(Head.of(json.text("jws")), json.number("sequence"));
            case "end" -> end(json);
            default -> throw broken("there is no line of type " + type);
        }
    }

    private void begin(JsonObject json) {
        if (!json.text("format").equals("privacy-promise-ledger/1")) {
            throw broken("this is another format, " + json.text("format") + ": take the verifier that came with it");
        }
        start = json;
    }

    private boolean isWhole() {
        return start == null || start.text("scope").equals("all");
    }

    private void record(RecordLine record) {
        Last before = lastOfSubject.get(record.key());
        if (!record.computed().equals(record.hash())) {
            throw broken(record.name() + " is not what was recorded: its content has another hash");
        }
        if (!follows(record, before)) {
            throw broken(record.name() + " does not follow "
                    + (before == null ? "the beginning" : "version " + before.version())
                    + ": a record before it is missing, or was exchanged");
        }
        requireOrder(record.id(), record.name());
        if (before != null && record.version() <= before.version()) {
            throw broken(record.name() + " is out of order");
        }
        if (isWhole()) {
            uncovered.add(record.hash());
        } else {
            requireProof(record);
        }
        lastOfSubject.put(record.key(), new Last(record.version(), record.hash()));
        records++;
    }

    /** The first records of a subject may have been released, as long as their hashes are here. */
    private boolean follows(RecordLine record, @Nullable Last before) {
        if (before != null) {
            return record.previousHash().equals(before.hash());
        }
        if (record.previousHash().equals(Sha256.NONE)) {
            return true;
        }
        if (!isWhole()) {
            beginsLater = true;
            return true;
        }
        return releasedHashes.remove(record.previousHash());
    }

    private void released(long id, Sha256 hash) {
        requireOrder(id, "the released record " + id);
        if (!isWhole()) {
            throw broken("a released record is nobody's any more");
        }
        uncovered.add(hash);
        releasedHashes.add(hash);
        released++;
    }

    private void requireOrder(long id, String name) {
        if (id <= lastId) {
            throw broken(name + " is out of order");
        }
        lastId = id;
    }

    private void requireProof(RecordLine record) {
        if (start != null && !record.key().equals(start.text("key"))) {
            throw broken(record.name() + " is another subject's");
        }
        Proof proof = record.proof().orElseThrow(() -> broken(record.name() + " comes without proof of its head"));
        Head head = heads.get(proof.head());
        if (head == null || record.id() <= head.afterId() || record.id() > head.upToId()) {
            throw broken(record.name() + " does not come after its head, or is not under it");
        }
        if (!MerkleRoot.reached(record.hash(), proof.index(), head.records(), proof.path())
                .equals(head.root())) {
            throw broken(record.name() + " is not under " + head.name());
        }
    }

    private void head(Head head, long sequence) {
        if (head.sequence() != sequence) {
            throw broken("this is " + head.name() + ", and not " + sequence);
        }
        requireSignature(head);
        String kept = keptHeads.getOrDefault(head.sequence(), head.jws());
        if (!kept.equals(head.jws())) {
            throw broken(head.name() + " is not the one that was kept");
        }
        if (isWhole()) {
            requireCoverage(head);
        } else if (lastHead != null && head.sequence() <= lastHead.sequence()) {
            throw broken(head.name() + " is out of order");
        } else {
            heads.put(head.sequence(), head);
        }
        lastHead = head;
        headCount++;
    }

    private void requireSignature(Head head) {
        keys.ifPresent(known -> {
            if (!known.knows(head.keyId())) {
                throw broken(
                        head.name() + " is signed with key " + head.keyId() + ", which is not among the given ones");
            }
            if (!known.haveSigned(head)) {
                throw broken(head.name() + " has a signature that is not of key " + head.keyId());
            }
        });
        signers.add(head.keyId());
    }

    private void requireCoverage(Head head) {
        Head before = lastHead;
        if (head.sequence() != (before == null ? 1 : before.sequence() + 1)
                || head.afterId() != (before == null ? 0 : before.upToId())
                || !head.previous().equals(before == null ? Sha256.NONE : before.hash())) {
            throw broken(head.name() + " does not follow " + (before == null ? "the beginning" : before.name()));
        }
        if (uncovered.leaves() != head.records() || lastId != head.upToId()) {
            throw broken(head.name() + " covers " + head.records() + " records up to " + head.upToId() + "; here are "
                    + uncovered.leaves() + " up to " + lastId);
        }
        if (!uncovered.root().equals(head.root())) {
            throw broken(head.name() + " was signed over other records than these");
        }
        uncovered = new MerkleRoot();
    }

    private void end(JsonObject json) {
        long all = records + released;
        if (json.number("records") != all || json.number("heads") != headCount) {
            throw broken("the export had " + json.number("records") + " records and " + json.number("heads")
                    + " heads; here are " + all + " and " + headCount);
        }
        if (uncovered.leaves() > 0) {
            throw broken(uncovered.leaves() + " records at the end are under no signed head");
        }
        ended = true;
    }

    /**
     * To be asked after the last line.
     *
     * @throws BrokenLedgerException if something is missing at the end
     */
    Findings findings() {
        if (!ended || start == null) {
            throw new BrokenLedgerException(
                    "the file ends after line " + line + " without its last line: it was cut off, so fetch it again");
        }
        long newest = lastHead == null ? 0 : lastHead.sequence();
        if (isWhole()) {
            keptHeads.keySet().stream()
                    .filter(sequence -> sequence > newest)
                    .sorted()
                    .findFirst()
                    .ifPresent(missing -> {
                        throw new BrokenLedgerException("the ledger ends before head " + missing + ", which was kept");
                    });
        }
        return new Findings(
                isWhole() ? Optional.empty() : Optional.of(start.text("key")),
                records,
                released,
                beginsLater,
                lastOfSubject.size(),
                Optional.ofNullable(lastHead),
                keys.isPresent(),
                signers);
    }

    /** What a subject's next record has to follow. */
    private record Last(long version, Sha256 hash) {}

    private BrokenLedgerException broken(String what) {
        return new BrokenLedgerException(line, what);
    }
}
