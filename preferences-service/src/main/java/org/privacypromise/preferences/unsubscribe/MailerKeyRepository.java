package org.privacypromise.preferences.unsubscribe;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.unsubscribe.token.MailerKey;

/** Which keys mailers were given; their secrets are not kept. */
@ApplicationScoped
class MailerKeyRepository {

    /**
     * A key that was given to a system.
     *
     * @param withdrawnAt since when links made with it do nothing; null if they work
     */
    record Issued(
            MailerKey key,
            String system,
            Instant issuedAt,
            String issuedBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy) {}

    Uni<Issued> add(int keyVersion, String system, String purpose, String brand, Instant now, String by) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO mailer_key (key_version, system, purpose, brand, issued_at, issued_by)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING serial""", Integer.class)
                        .setParameter(1, keyVersion)
                        .setParameter(2, system)
                        .setParameter(3, purpose)
                        .setParameter(4, brand)
                        .setParameter(5, now)
                        .setParameter(6, by)
                        .getSingleResult())
                .map(serial ->
                        new Issued(new MailerKey(keyVersion, serial, purpose, brand), system, now, by, null, null));
    }

    /** The newest first. */
    Uni<List<Issued>> before(long serial, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT serial, key_version, system, purpose, brand, issued_at, issued_by, withdrawn_at,
                               withdrawn_by
                        FROM mailer_key
                        WHERE serial < CAST(?1 AS bigint) ORDER BY serial DESC LIMIT ?2""", Tuple.class)
                        .setParameter(1, serial)
                        .setParameter(2, limit)
                        .getResultList())
                .map(rows -> rows.stream().map(MailerKeyRepository::read).toList());
    }

    /** False if no such key was ever issued; whoever withdrew it first stays. */
    Uni<Boolean> withdraw(int keyVersion, long serial, Instant now, String by) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        UPDATE mailer_key SET withdrawn_at = coalesce(withdrawn_at, ?3),
                                              withdrawn_by = coalesce(withdrawn_by, ?4)
                         WHERE serial = CAST(?2 AS bigint) AND key_version = ?1""")
                        .setParameter(1, keyVersion)
                        .setParameter(2, serial)
                        .setParameter(3, now)
                        .setParameter(4, by)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** One that we do not know, as after the loss of some hours, is not: what it was used for has been sent. */
    Uni<Boolean> isWithdrawn(long serial) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT count(*) FROM mailer_key
                         WHERE serial = CAST(?1 AS bigint) AND withdrawn_at IS NOT NULL""", Long.class)
                        .setParameter(1, serial)
                        .getSingleResult())
                .map(rows -> rows > 0);
    }

    private static Issued read(Tuple row) {
        MailerKey key = new MailerKey(
                row.get(1, Integer.class),
                row.get(0, Integer.class),
                row.get(3, String.class),
                row.get(4, String.class));
        OffsetDateTime withdrawnAt = row.get(7, OffsetDateTime.class);
        return new Issued(
                key,
                row.get(2, String.class),
                row.get(5, OffsetDateTime.class).toInstant(),
                row.get(6, String.class),
                withdrawnAt == null ? null : withdrawnAt.toInstant(),
                row.get(8, String.class));
    }
}
