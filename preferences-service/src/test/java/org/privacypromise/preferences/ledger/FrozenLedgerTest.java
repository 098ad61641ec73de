package org.privacypromise.preferences.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacypromise.personaldata.PublicKeySet;
import org.privacypromise.personaldata.SigningKey;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.ledger.LedgerLine.Proof;
import org.privacypromise.preferences.ledger.chain.LedgerHash;
import org.privacypromise.preferences.ledger.chain.LedgerHead;
import org.privacypromise.preferences.ledger.chain.MerkleTree;

/**
 * What was exported once must be written the same for ever, or kept exports no longer verify. The frozen files are those
 * that the verifier's tests read; run with {@code -Dledger.freeze=true} to write them when a format is added.
 */
class FrozenLedgerTest {

    private static final Path FROZEN = Path.of("../proof/ledger-verifier/src/test/resources");
    private static final Instant START = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Decision EMAIL = new Decision(new Cell("marketing-main", "email", "main"), true);
    private static final Decision NO_EMAIL = new Decision(EMAIL.cell(), false);
    private static final Decision NO_SMS = new Decision(new Cell("marketing-main", "sms", "main"), false);

    private final SigningKey key = SigningKey.of("1", new byte[32]);
    private final Map<String, LedgerHash> last = new LinkedHashMap<>();
    private final List<ConsentRecord> records = new ArrayList<>();
    private final List<SignedHead> heads = new ArrayList<>();

    FrozenLedgerTest() {
        record("c:c-1", 2, Source.CUSTOMER, "c-1", "en", Map.of(), EMAIL, NO_SMS);
        record(
                "c:c-2",
                2,
                Source.CUSTOMER,
                "c-2",
                "de-AT",
                Map.of("saleReference", "Größe \"38\"", "Note", "a\nb"),
                EMAIL);
        record("p:1.a1b2c3", 2, Source.UNSUBSCRIBE_LINK, "1.a1b2c3", "und", Map.of(), NO_EMAIL);
        sign(0, 3);
        record("c:c-1", 3, Source.UNSUBSCRIBE_LINK, "1.a1b2c3", "und", Map.of(), NO_EMAIL);
        record("c:c-1", 4, Source.CUSTOMER, "c-1", "fr", Map.of(), EMAIL);
        record("c:c-3", 2, Source.SUPPRESSION, "1.a1b2c3", "und", Map.of(), NO_EMAIL);
        record("c:c-1", 7, Source.CUSTOMER, "c-1", "fr", Map.of(), NO_EMAIL, NO_SMS);
        record("c:c-2", 3, Source.CUSTOMER, "c-2", "es", Map.of(), NO_EMAIL);
        sign(3, 8);
    }

    @Test
    void a_whole_ledger_is_written_as_it_always_was() {
        List<LedgerLine> lines = new ArrayList<>(List.of(LedgerLine.Start.of(null, START)));
        for (SignedHead head : heads) {
            for (long id = head.afterId + 1; id <= head.upToId; id++) {
                lines.add(LedgerLine.Recorded.of(id, records.get((int) id - 1), null));
            }
            lines.add(LedgerLine.Head.of(head));
        }
        lines.add(LedgerLine.End.of(records.size(), heads.size()));

        assertFrozen("ledger.ndjson", lines);
    }

    @Test
    void one_subjects_ledger_is_written_as_it_always_was() {
        List<LedgerLine> lines = new ArrayList<>(List.of(LedgerLine.Start.of("c:c-1", START)));
        int count = 0;
        for (SignedHead head : heads) {
            lines.add(LedgerLine.Head.of(head));
            List<LedgerHash> leaves = records.subList((int) head.afterId, (int) head.upToId).stream()
                    .map(ConsentRecord::hash)
                    .toList();
            for (int index = 0; index < leaves.size(); index++) {
                ConsentRecord record = records.get((int) head.afterId + index);
                if (record.key().equals("c:c-1")) {
                    Proof proof = Proof.of(head.sequence, index, MerkleTree.path(leaves, index));
                    lines.add(LedgerLine.Recorded.of(head.afterId + index + 1, record, proof));
                    count++;
                }
            }
        }
        lines.add(LedgerLine.End.of(count, heads.size()));

        assertFrozen("ledger-of-c-1.ndjson", lines);
    }

    @Test
    void keys_and_heads_are_published_as_they_always_were() {
        assertFrozen("keys.json", List.of(PublicKeySet.of(List.of(key))));
        assertFrozen("heads.json", List.of(LedgerResource.HeadsView.of(heads)));
    }

    private void record(
            String key,
            long version,
            Source source,
            String actor,
            String language,
            Map<String, String> details,
            Decision... changes) {
        Evidence evidence = new Evidence(source, actor, "1.0.0", language, START.plusSeconds(records.size()));
        ConsentRecord record = ConsentRecord.of(
                key, version, List.of(changes), evidence, details, last.getOrDefault(key, LedgerHash.NONE));
        records.add(record);
        last.put(key, record.hash());
    }

    private void sign(int afterId, int upToId) {
        List<LedgerHash> leaves = records.subList(afterId, upToId).stream()
                .map(ConsentRecord::hash)
                .toList();
        LedgerHead head = new LedgerHead(
                heads.size() + 1,
                heads.isEmpty() ? LedgerHash.NONE : heads.getLast().hash(),
                afterId,
                upToId,
                leaves.size(),
                MerkleTree.root(leaves),
                START.plusSeconds(300L * (heads.size() + 1)));
        heads.add(new SignedHead(head, key));
    }

    private static void assertFrozen(String file, List<?> lines) {
        String written = lines.stream().map(FrozenLedgerTest::json).collect(Collectors.joining("\n", "", "\n"));
        try {
            if (Boolean.getBoolean("ledger.freeze")) {
                Files.writeString(FROZEN.resolve(file), written);
            }
            assertThat(written).isEqualTo(Files.readString(FROZEN.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object line) {
        try {
            return new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
