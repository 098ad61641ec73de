package org.privacypromise.identity.mail;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.privacypromise.identity.job.OwnContext;
import org.privacypromise.identity.mail.Destination.Mailbox;
import org.privacypromise.identity.mail.Destination.Nowhere;
import org.privacypromise.personaldata.EmailAddress;

/**
 * Sends what is queued. Whoever dies between the mail server's word and the commit leaves a mail that is sent once more,
 * as the same message.
 */
@ApplicationScoped
class SendMails {

    // All of a batch are sent at once: so that a lease need not be longer than one attempt.
    private static final int BATCH = 8;
    private static final Duration UNTIL_PROVEN = Duration.ofSeconds(2);

    private final OutgoingMailRepository stored;
    private final Mails mails;
    private final Postman postman;
    private final MailConfig config;
    private final Clock clock;

    SendMails(OutgoingMailRepository stored, Mails mails, Postman postman, MailConfig config, Clock clock) {
        this.stored = stored;
        this.mails = mails;
        this.postman = postman;
        this.config = config;
        this.clock = clock;
    }

    /** A mail on its way to the mail server, out of the transaction. */
    private record Letter(UUID id, EmailAddress address, Content content) {}

    private record Sent(UUID id, Postman.Outcome outcome) {}

    @Scheduled(every = "1s", identity = "send-mails", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sendDue() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .until(tried -> tried < BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> batch() {
        return Panache.withTransaction(() -> stored.lockDue(clock.instant(), BATCH)
                        .chain(due -> Multi.createFrom()
                                .iterable(due)
                                .onItem()
                                .transformToUniAndConcatenate(this::prepare)
                                .collect()
                                .asList()))
                .call(prepared ->
                        deliver(prepared.stream().flatMap(Optional::stream).toList()))
                .map(List::size);
    }

    private Uni<Optional<Letter>> prepare(OutgoingMail mail) {
        Instant now = clock.instant();
        if (mail.isOverdue(now)) {
            mail.undeliverable("overdue", now);
            return Uni.createFrom().item(Optional.empty());
        }
        return mails.destinationOf(mail.recipient()).map(destination -> switch (destination) {
            case Mailbox mailbox
            when mail.maySendTo(mailbox) -> {
                mail.waitUntil(now.plus(config.lease()));
                yield Optional.of(new Letter(mail.id, mailbox.address(), mail.reveal(mailbox.key())));
            }
            case Mailbox unproven -> {
                mail.waitUntil(now.plus(UNTIL_PROVEN));
                yield Optional.empty();
            }
            case Nowhere(var why) -> {
                mail.undeliverable(why, now);
                yield Optional.empty();
            }
        });
    }

    private Uni<Void> deliver(List<Letter> letters) {
        Executor context = OwnContext.executor();
        return Multi.createFrom()
                .iterable(letters)
                .onItem()
                .transformToUni(letter -> postman.send(letter.id(), letter.address(), letter.content())
                        .map(outcome -> new Sent(letter.id(), outcome)))
                .merge(BATCH)
                .emitOn(context)
                .onItem()
                .transformToUniAndConcatenate(this::note)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> note(Sent sent) {
        return Panache.withTransaction(() -> stored.lock(sent.id()).invoke(mail -> {
                    // It may have been erased or withdrawn meanwhile.
                    if (mail != null && mail.isQueued()) {
                        note(mail, sent.outcome());
                    }
                }))
                .replaceWithVoid();
    }

    private void note(OutgoingMail mail, Postman.Outcome outcome) {
        switch (outcome) {
            case ACCEPTED -> mail.accepted(clock.instant());
            case REFUSED -> mail.failed(true, clock.instant());
            case FAILED -> mail.failed(false, clock.instant());
        }
    }
}
