package org.privacypromise.subjecttasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ErasedSubjectTest {

    private static final Instant ERASED = Instant.parse("2026-02-03T10:00:00Z");

    private final ErasedSubject subject = new ErasedSubject("1.ref", ERASED);

    @Test
    void the_first_entry_after_an_erasure_is_that_erasure() {
        assertThat(subject.accountsFor(ERASED.plusSeconds(3600))).isTrue();
    }

    @Test
    void a_later_entry_is_an_erasure_that_this_database_has_not_seen() {
        subject.accountsFor(ERASED.plusSeconds(3600));

        assertThat(subject.accountsFor(ERASED.plusSeconds(7200))).isFalse();
    }

    @Test
    void entries_that_are_read_again_are_accounted_for() {
        subject.accountsFor(ERASED.plusSeconds(3600));

        assertThat(subject.accountsFor(ERASED.plusSeconds(3600))).isTrue();
        assertThat(subject.accountsFor(ERASED)).isTrue();
    }

    @Test
    void an_entry_from_before_is_accounted_for_whatever_the_clocks_say_and_stands_for_no_later_one() {
        assertThat(subject.accountsFor(ERASED.minusMillis(5))).isTrue();
        assertThat(subject.accountsFor(ERASED.plusSeconds(1))).isFalse();
    }
}
