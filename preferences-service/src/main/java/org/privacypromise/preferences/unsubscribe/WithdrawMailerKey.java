package org.privacypromise.preferences.unsubscribe;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/**
 * Ends what a mailer's key can do, from the next link on that anybody follows. For a key that has become known: whoever
 * has it could opt out others. It cannot be undone.
 */
@ApplicationScoped
class WithdrawMailerKey {

    private final MailerKeyRepository keys;
    private final Clock clock;

    WithdrawMailerKey(MailerKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Twice is the same as once.
     *
     * @param by the account of whoever wants it
     */
    @WithTransaction
    Uni<Void> withdraw(int keyVersion, long serial, String by) {
        return keys.withdraw(keyVersion, serial, clock.instant().truncatedTo(ChronoUnit.MICROS), by)
                .invoke(known -> {
                    if (!known) {
                        throw new ProblemException(ProblemType.NOT_FOUND, "GET /mailer-keys lists all keys.");
                    }
                })
                .replaceWithVoid();
    }
}
