package org.privacypromise.requests.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.RequestKey;

/**
 * Hands mails to identity-service until it says that they are with the recipient. The notice's ID is the idempotency key,
 * so that neither a crash nor a second instance makes two of one.
 */
@ApplicationScoped
class SendNotices {

    private static final Logger LOG = Logger.getLogger(SendNotices.class);
    private static final int BATCH = 20;

    private final NoticeRepository notices;
    private final SubjectKeys keys;
    private final IdentityMailClient identity;
    private final ObjectMapper json;
    private final Clock clock;

    SendNotices(
            NoticeRepository notices,
            SubjectKeys keys,
            @RestClient IdentityMailClient identity,
            ObjectMapper json,
            Clock clock) {
        this.notices = notices;
        this.keys = keys;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "send-notices", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sendDue() {
        return Panache.withSession(() -> notices.due(clock.instant(), BATCH))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::send)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** Never fails. */
    private Uni<Void> send(UUID id) {
        return Panache.withSession(() -> notices.findById(id).chain(this::written))
                .chain(mail -> mail.map(text -> hand(id, text))
                        // Its key is destroyed, so nobody is to be told any more.
                        .orElseGet(() -> note(id, notice -> notice.settle(NoticeState.UNDELIVERABLE, clock.instant()))))
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.warnf(
                            "Notice %s could not be handed over (%s): will be tried again",
                            id, fault.getClass().getSimpleName());
                    return note(id, notice -> notice.tryLater(clock.instant()));
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Optional<PersonalText>> written(Notice notice) {
        byte[] encrypted = notice.mail();
        if (encrypted == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return keys.forReading(RequestKey.subject(notice.requestId()), RequestKey.RECORDS)
                .map(key -> key.map(found -> FieldCipher.decrypt(found, Notice.placeOfMail(notice.id()), encrypted)));
    }

    private Uni<Void> hand(UUID id, PersonalText mail) {
        return identity.send('"' + id.toString() + '"', read(mail))
                .map(sent -> sent.state() == null ? "" : sent.state())
                .onFailure(IdentityMailClient.NobodyException.class)
                .recoverWithItem("undeliverable")
                .chain(state -> note(id, notice -> {
                    switch (state) {
                        case "accepted" -> notice.settle(NoticeState.ACCEPTED, clock.instant());
                        case "undeliverable" -> notice.settle(NoticeState.UNDELIVERABLE, clock.instant());
                        default -> notice.tryLater(clock.instant());
                    }
                }));
    }

    private Mail read(PersonalText mail) {
        try {
            return json.readValue(mail.reveal(), Mail.class);
        } catch (JsonProcessingException e) {
            // Without the cause: it quotes the mail.
            throw new UncheckedIOException(new java.io.IOException("a mail that we wrote ourselves can be read"));
        }
    }

    private Uni<Void> note(UUID id, Consumer<Notice> outcome) {
        return Panache.withTransaction(() -> notices.findById(id).invoke(notice -> {
                    if (notice != null) {
                        outcome.accept(notice);
                    }
                }))
                .replaceWithVoid();
    }
}
