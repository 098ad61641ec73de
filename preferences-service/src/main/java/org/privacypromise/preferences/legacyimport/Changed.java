package org.privacypromise.preferences.legacyimport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.ledger.chain.CanonicalRecord;
import org.privacypromise.preferences.ledger.chain.LedgerHash;
import org.privacypromise.preferences.legacyimport.line.ImportLine;
import org.privacypromise.preferences.legacyimport.line.MergeLines;

/**
 * A subject after lines were applied: the choices, and a consent record for each notice and language in which they were
 * made, chained to what was there before.
 *
 * @param untoldFrom the first version that the systems have not been told
 */
record Changed(Held before, long version, long untoldFrom, List<Choice> choices, List<Evident> records) {

    /** Nobody knows which notice somebody had before them who opted out. */
    private static final String UNKNOWN_NOTICE = "unknown";

    private static final String UNKNOWN_LANGUAGE = "und";

    /** A consent record with its hash and the one before it. */
    record Evident(CanonicalRecord record, LedgerHash previous, LedgerHash hash) {}

    private record Circumstances(String noticeVersion, String language) {

        static Circumstances of(ImportLine line) {
            String notice = line.decidedAt() == null
                    ? MergeLines.UNDATED
                    : Objects.requireNonNullElse(line.noticeVersion(), UNKNOWN_NOTICE);
            return new Circumstances(notice, Objects.requireNonNullElse(line.language(), UNKNOWN_LANGUAGE));
        }
    }

    static Changed by(List<ImportLine> lines, Held held, UUID importId, Instant now) {
        Map<Cell, Choice> choices = new LinkedHashMap<>(held.choices());
        Map<Circumstances, List<ImportLine>> together = new LinkedHashMap<>();
        for (ImportLine line : lines) {
            Circumstances circumstances = Circumstances.of(line);
            together.computeIfAbsent(circumstances, none -> new ArrayList<>()).add(line);
            choices.put(line.cell(), choice(line, circumstances, now));
        }
        // A subject that is new has been introduced by a version of its own.
        long version = held.exists() ? held.version() : held.version() + 1;
        long untoldFrom = held.exists() ? version + 1 : version;
        LedgerHash head = held.head();
        List<Evident> records = new ArrayList<>(together.size());
        for (Map.Entry<Circumstances, List<ImportLine>> one : together.entrySet()) {
            version++;
            CanonicalRecord record = record(held.key(), version, one.getKey(), one.getValue(), importId, now);
            LedgerHash hash = record.after(head);
            records.add(new Evident(record, head, hash));
            head = hash;
        }
        return new Changed(held, version, untoldFrom, List.copyOf(choices.values()), records);
    }

    LedgerHash head() {
        return records.getLast().hash();
    }

    private static Choice choice(ImportLine line, Circumstances circumstances, Instant now) {
        Cell cell = line.cell();
        return new Choice(
                cell.purpose(),
                cell.channel(),
                cell.brand(),
                line.allowed(),
                Objects.requireNonNullElse(line.decidedAt(), now),
                Source.IMPORT,
                circumstances.noticeVersion(),
                circumstances.language());
    }

    private static CanonicalRecord record(
            String key, long version, Circumstances circumstances, List<ImportLine> lines, UUID importId, Instant now) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("import", importId.toString());
        for (int i = 0; i < lines.size(); i++) {
            describe(lines.get(i), lines.size() == 1 ? "" : Integer.toString(i + 1), details);
        }
        return new CanonicalRecord(
                key,
                version,
                new Evidence(
                        Source.IMPORT, key.substring(2), circumstances.noticeVersion(), circumstances.language(), now),
                lines.stream()
                        .map(line -> new Decision(line.cell(), line.allowed()))
                        .toList(),
                details);
    }

    private static void describe(ImportLine line, String number, Map<String, String> details) {
        details.put("line" + number, Long.toString(line.number()));
        put(details, "decidedAt" + number, line.decidedAt());
        put(details, "source" + number, line.source());
        put(details, "reference" + number, line.reference());
        if (line.decidedAt() == null) {
            put(details, "noticeVersion" + number, line.noticeVersion());
        }
    }

    private static void put(Map<String, String> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }
}
