package org.privacypromise.preferences.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;

class CanonicalRecordTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456789Z");
    private static final Decision REFUSAL = new Decision(new Cell("marketing-main", "email", "main"), false);

    @Test
    void each_text_stands_behind_its_length_in_bytes() {
        CanonicalRecord record = record("c:c-1", 2, "1.0.0", List.of(REFUSAL), Map.of("sale", "Größe 38"));

        assertThat(new String(record.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "16:consent-record/1,5:c:c-1,1:2,27:2026-03-02T09:00:00.123456Z,8:CUSTOMER,3:c-1,5:1.0.0,2:en,"
                                + "1:1,14:marketing-main,5:email,4:main,5:false,1:1,4:sale,10:Größe 38,");
    }

    @Test
    void the_hash_covers_the_one_before() throws Exception {
        // Given
        CanonicalRecord record = record("c:c-1", 2, "1.0.0", List.of(REFUSAL), Map.of());
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(new byte[32]);

        // Then
        LedgerHash first = record.after(LedgerHash.NONE);
        assertThat(first.bytes()).isEqualTo(sha256.digest(record.bytes()));
        assertThat(record.after(first)).isNotEqualTo(first);
    }

    @Test
    void no_two_records_read_the_same_however_their_texts_are_cut() {
        CanonicalRecord one = record("c:c-1", 2, "1.0.0,2:en", List.of(), Map.of());
        CanonicalRecord other = record("c:c-1", 2, "1.0.0", List.of(), Map.of());

        assertThat(one.bytes()).isNotEqualTo(other.bytes());
        assertThat(record("c:c-12", 3, "1", List.of(), Map.of()).bytes())
                .isNotEqualTo(record("c:c-1", 23, "1", List.of(), Map.of()).bytes());
    }

    @Test
    void details_are_in_the_order_of_their_names_whoever_wrote_them_how() {
        assertThat(record("c:c-1", 2, "1", List.of(), Map.of("b", "2", "a", "1", "B", "3"))
                        .bytes())
                .asString(StandardCharsets.UTF_8)
                .endsWith("1:3,1:B,1:3,1:a,1:1,1:b,1:2,");
    }

    @Test
    void a_detail_has_a_name_that_everybody_sorts_alike() {
        assertThatThrownBy(() -> record("c:c-1", 2, "1", List.of(), Map.of("größe", "38")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_time_always_has_six_digits_behind_the_second() {
        assertThat(CanonicalRecord.time(Instant.parse("2026-03-02T09:00:00Z")))
                .isEqualTo("2026-03-02T09:00:00.000000Z");
    }

    private static CanonicalRecord record(
            String key, long version, String notice, List<Decision> changes, Map<String, String> details) {
        return new CanonicalRecord(
                key, version, new Evidence(Source.CUSTOMER, "c-1", notice, "en", AT), changes, details);
    }
}
