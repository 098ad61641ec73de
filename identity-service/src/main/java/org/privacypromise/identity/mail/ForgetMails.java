package org.privacypromise.identity.mail;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Forgets that there was a mail, when nobody asks for it any more. */
@ApplicationScoped
class ForgetMails {

    private final OutgoingMailRepository mails;
    private final MailConfig config;
    private final Clock clock;

    ForgetMails(OutgoingMailRepository mails, MailConfig config, Clock clock) {
        this.mails = mails;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "10m",
            delayed = "1m",
            identity = "forget-mails",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Panache.withTransaction(
                        () -> mails.deleteSettledBefore(clock.instant().minus(config.keep())))
                .replaceWithVoid();
    }
}
