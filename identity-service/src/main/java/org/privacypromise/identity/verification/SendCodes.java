package org.privacypromise.identity.verification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.privacypromise.identity.job.OwnContext;
import org.privacypromise.identity.mail.Mails;
import org.privacypromise.identity.verification.FraudCheckClient.Signals;
import org.privacypromise.identity.verification.ScreenVerification.Judgement;
import org.privacypromise.identity.verification.code.Code;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.keys.SubjectKeys;

/**
 * Has each new verification screened and, unless that says no, makes its code and queues the mail: code and mail in one
 * transaction, so that whoever dies in between leaves both to the next one. It happens apart from the request, whose
 * answer can thus not tell what came out.
 */
@ApplicationScoped
class SendCodes {

    // All of a batch are screened at once: so that a lease need not be longer than one screening.
    private static final int BATCH = 16;
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final VerificationRepository verifications;
    private final ScreenVerification screening;
    private final CodeSeals seals;
    private final SubjectKeys keys;
    private final Mails mails;
    private final Clock clock;

    SendCodes(
            VerificationRepository verifications,
            ScreenVerification screening,
            CodeSeals seals,
            SubjectKeys keys,
            Mails mails,
            Clock clock) {
        this.verifications = verifications;
        this.screening = screening;
        this.seals = seals;
        this.keys = keys;
        this.mails = mails;
        this.clock = clock;
    }

    /** @param signals null if it was screened before */
    private record ToSend(UUID id, @Nullable Signals signals) {}

    private record Ready(UUID id, @Nullable Judgement judgement) {}

    @Scheduled(every = "1s", identity = "send-codes", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sendDue() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .until(due -> due < BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> batch() {
        return Panache.withTransaction(() -> verifications
                        .lockToSend(clock.instant(), BATCH)
                        .chain(due -> Multi.createFrom()
                                .iterable(due)
                                .onItem()
                                .transformToUniAndConcatenate(this::prepare)
                                .collect()
                                .asList()))
                .call(this::screenAndSend)
                .map(List::size);
    }

    private Uni<ToSend> prepare(Verification verification) {
        verification.leaseSending(clock.instant().plus(LEASE));
        return verification.isScreened()
                ? Uni.createFrom().item(new ToSend(verification.id, null))
                : keyOf(verification).map(key -> new ToSend(verification.id, signals(verification, key.orElseThrow())));
    }

    private static Signals signals(Verification verification, DataKey key) {
        String address = verification.revealAddress(key).reveal();
        String origin = verification.revealOrigin(key).reveal();
        return new Signals(
                origin.isEmpty() ? null : origin,
                verification.contactRef,
                address.substring(address.lastIndexOf('@') + 1),
                verification.purpose.key());
    }

    private Uni<Void> screenAndSend(List<ToSend> due) {
        Executor context = OwnContext.executor();
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(this::screen)
                .merge(BATCH)
                .emitOn(context)
                .onItem()
                .transformToUniAndConcatenate(ready -> Panache.withTransaction(() -> send(ready)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Ready> screen(ToSend due) {
        return due.signals() == null
                ? Uni.createFrom().item(new Ready(due.id(), null))
                : screening.screen(due.id(), due.signals()).map(judgement -> new Ready(due.id(), judgement));
    }

    private Uni<Void> send(Ready ready) {
        return verifications.lock(ready.id()).chain(verification -> {
            // It may have ended or been erased meanwhile, or another replica was faster.
            if (verification == null || !verification.isToBeSent()) {
                return Uni.createFrom().voidItem();
            }
            Judgement judgement = ready.judgement();
            if (judgement != null && !verification.isScreened()) {
                verification.screened(judgement.verdict(), judgement.fallback());
            }
            if (verification.verdict == Verdict.DENY) {
                verification.notSent();
                return Uni.createFrom().voidItem();
            }
            return keyOf(verification).chain(key -> sendCode(verification, key.orElseThrow()));
        });
    }

    private Uni<Void> sendCode(Verification verification, DataKey key) {
        Code code = Code.random();
        verification.sent(seals.seal(verification, code));
        return mails.queueCode(verification.id, CodeMail.of(code, verification.purpose), key, verification.expiresAt);
    }

    private Uni<Optional<DataKey>> keyOf(Verification verification) {
        return keys.forReading(Verification.keySubject(verification.id), Verification.RETENTION);
    }
}
