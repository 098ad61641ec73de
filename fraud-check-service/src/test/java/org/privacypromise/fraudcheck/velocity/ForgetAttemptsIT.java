package org.privacypromise.fraudcheck.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.fraudcheck.Caller.ip;
import static org.privacypromise.fraudcheck.Caller.signals;
import static org.privacypromise.fraudcheck.Caller.verdict;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.privacypromise.fraudcheck.Database;

/** Time moves in the database here, so that thirty days pass at once. */
@QuarkusTest
class ForgetAttemptsIT {

    @Inject
    ForgetAttempts job;

    @Test
    void after_thirty_days_attempts_are_forgotten_and_no_sooner() throws Throwable {
        // Given
        verdict("REQUEST", signals("ipAddress", ip()));
        String old = Database.texts("UPDATE attempt SET at = now() - interval '721 hours'"
                        + " WHERE id = (SELECT max(id) FROM attempt) RETURNING id")
                .getFirst();
        verdict("REQUEST", signals("ipAddress", ip()));
        String younger = Database.texts("UPDATE attempt SET at = now() - interval '719 hours'"
                        + " WHERE id = (SELECT max(id) FROM attempt) RETURNING id")
                .getFirst();

        // When
        VertxContextSupport.subscribeAndAwait(job::forget);

        // Then
        assertThat(Database.texts("SELECT id FROM attempt")).contains(younger).doesNotContain(old);
    }

    @Test
    void more_than_one_batch_is_forgotten_at_once() throws Throwable {
        // Given
        Database.update("""
                INSERT INTO attempt (what, origin, at)
                SELECT 'REQUEST', 'of-long-ago', now() - interval '721 hours' FROM generate_series(1, 12000)""");

        // When
        VertxContextSupport.subscribeAndAwait(job::forget);

        // Then
        assertThat(Database.count("SELECT count(*) FROM attempt WHERE origin = 'of-long-ago'"))
                .isZero();
    }
}
