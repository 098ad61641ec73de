package org.privacypromise.preferences.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.preferences.idempotency.Call.Fingerprint;

class IdempotencyKeyTest {

    @Test
    void quoted_and_bare_are_the_same_key() {
        assertThat(IdempotencyKey.read("\"8e03978e-40d5\"")).contains(new IdempotencyKey("8e03978e-40d5"));
        assertThat(IdempotencyKey.read(" 8e03978e-40d5 ")).contains(new IdempotencyKey("8e03978e-40d5"));
    }

    @Test
    void no_header_is_no_key() {
        assertThat(IdempotencyKey.read(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\"half", "half\"", "two words", "\"a\", \"b\"", "a;b=c", "\u00e9"})
    void what_cannot_be_read_is_refused(String header) {
        assertThatThrownBy(() -> IdempotencyKey.read(header)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_key_has_at_most_a_hundred_characters() {
        assertThat(IdempotencyKey.read("x".repeat(100))).isPresent();
        assertThatThrownBy(() -> IdempotencyKey.read("x".repeat(101))).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_fingerprint_tells_apart_what_reads_the_same_when_put_together() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of("ab", "c")).isEqualTo(Fingerprint.of("ab", "c"));
    }
}
