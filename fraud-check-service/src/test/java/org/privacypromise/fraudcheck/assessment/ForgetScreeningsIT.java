package org.privacypromise.fraudcheck.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.fraudcheck.Caller.contactRef;
import static org.privacypromise.fraudcheck.Caller.decide;
import static org.privacypromise.fraudcheck.Caller.id;
import static org.privacypromise.fraudcheck.Caller.screen;
import static org.privacypromise.fraudcheck.Caller.signals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacypromise.fraudcheck.Database;

/** Time moves in the database here, so that thirty days pass at once. */
@QuarkusTest
class ForgetScreeningsIT {

    @Inject
    ForgetScreenings job;

    @Test
    void after_thirty_days_screenings_are_forgotten_but_those_that_still_wait_for_a_person() throws Throwable {
        // Given
        String allowed = id();
        String waiting = id();
        String decided = id();
        String decidedLately = id();
        screen(allowed, "VERIFICATION", signals("contactRef", contactRef(), "emailDomain", "mailinator.com"));
        for (String id : List.of(waiting, decided, decidedLately)) {
            screen(id, "REQUEST", signals("contactRef", contactRef(), "emailDomain", "mailinator.com"));
        }
        decide(decided, "ALLOW", "Because.");
        for (String id : List.of(allowed, waiting, decided, decidedLately)) {
            Database.update(
                    "UPDATE screening SET screened_at = screened_at - interval '31 days',"
                            + " decided_at = decided_at - interval '31 days' WHERE id = ?",
                    id);
        }
        decide(decidedLately, "ALLOW", "Because.");

        // When
        VertxContextSupport.subscribeAndAwait(job::forgetOld);

        // Then
        assertThat(List.of(allowed, waiting, decided, decidedLately))
                .filteredOn(id -> Database.count("SELECT count(*) FROM screening WHERE id = ?", id) == 1)
                .containsExactly(waiting, decidedLately);
    }

    @Test
    void the_key_of_a_reason_that_is_about_nobody_we_know_is_destroyed_with_its_screening() throws Throwable {
        // Given
        String nobodys = id();
        String contactRef = contactRef();
        String somebodys = id();
        screen(nobodys, "REQUEST", signals("emailDomain", "mailinator.com"));
        screen(somebodys, "REQUEST", signals("contactRef", contactRef, "emailDomain", "mailinator.com"));
        for (String id : List.of(nobodys, somebodys)) {
            decide(id, "ALLOW", "Because.");
            Database.update(
                    "UPDATE screening SET screened_at = screened_at - interval '31 days',"
                            + " decided_at = decided_at - interval '31 days' WHERE id = ?",
                    id);
        }

        // When
        VertxContextSupport.subscribeAndAwait(job::forgetOld);

        // Then
        assertThat(liveKeys("s:" + nobodys)).isZero();
        assertThat(liveKeys("p:" + contactRef)).isOne();
    }

    @Test
    void more_than_one_batch_is_forgotten_at_once() throws Throwable {
        // Given
        Database.update("""
                INSERT INTO screening (id, version, screened, signals, rule_set_version, rules_verdict, reasons, screened_at)
                SELECT 'old-' || n, 1, 'VERIFICATION', '{"values":{}}', 'test', 'ALLOW', '{"list":[]}', now() - interval '31 days'
                  FROM generate_series(1, 1200) n""");

        // When
        VertxContextSupport.subscribeAndAwait(job::forgetOld);

        // Then
        assertThat(Database.count("SELECT count(*) FROM screening WHERE id LIKE 'old-%'"))
                .isZero();
    }

    private static long liveKeys(String subject) {
        return Database.count(
                "SELECT count(*) FROM subject_keys.subject_key WHERE subject = ? AND wrapped_key IS NOT NULL", subject);
    }
}
