package org.privacypromise.preferences.ledger.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;

/**
 * What a consent record says, in the one form that is hashed: each text in UTF-8 behind its length in bytes, so that no
 * two records read the same. The database computes the same ({@code consent_record_canonical}), and so does whoever
 * checks an export.
 *
 * @param details further evidence by name; nothing personal in clear
 */
public record CanonicalRecord(
        String key, long version, Evidence evidence, List<Decision> changes, Map<String, String> details) {

    private static final String FORMAT = "consent-record/1";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_NAME = 64;

    public CanonicalRecord {
        changes = List.copyOf(changes);
        details = Collections.unmodifiableMap(new TreeMap<>(details));
        details.keySet().forEach(CanonicalRecord::requireName);
    }

    /** A moment as records have it: in UTC, to the microsecond, which is what the database keeps. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** The record's hash, chained to the one before it; {@link LedgerHash#NONE} if it is the subject's first. */
    public LedgerHash after(LedgerHash previous) {
        return LedgerHash.over(previous.bytes(), bytes());
    }

    byte[] bytes() {
        Texts texts = new Texts();
        texts.add(FORMAT);
        texts.add(key);
        texts.add(Long.toString(version));
        texts.add(time(evidence.at()));
        texts.add(evidence.source().name());
        texts.add(evidence.actor());
        texts.add(evidence.noticeVersion());
        texts.add(evidence.language());
        texts.add(Integer.toString(changes.size()));
        for (Decision change : changes) {
            texts.add(change.cell().purpose());
            texts.add(change.cell().channel());
            texts.add(change.cell().brand());
            texts.add(Boolean.toString(change.allowed()));
        }
        texts.add(Integer.toString(details.size()));
        details.forEach((name, value) -> {
            texts.add(name);
            texts.add(value);
        });
        return texts.toBytes();
    }

    /** So that everybody sorts them alike. */
    private static void requireName(String name) {
        boolean good = !name.isEmpty() && name.length() <= LONGEST_NAME && isLetter(name.charAt(0));
        for (int i = 1; good && i < name.length(); i++) {
            char c = name.charAt(i);
            good = isLetter(c) || (c >= '0' && c <= '9');
        }
        if (!good) {
            throw new IllegalArgumentException("a detail of the evidence is named by letters and digits");
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static final class Texts {

        private byte[] bytes = new byte[512];
        private int length;

        void add(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            append(Integer.toString(utf8.length).getBytes(StandardCharsets.US_ASCII));
            append((byte) ':');
            append(utf8);
            append((byte) ',');
        }

        private void append(byte... more) {
            if (length + more.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more.length));
            }
            System.arraycopy(more, 0, bytes, length, more.length);
            length += more.length;
        }

        byte[] toBytes() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
