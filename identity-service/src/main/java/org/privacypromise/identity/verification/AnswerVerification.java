package org.privacypromise.identity.verification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.identity.verification.code.Code;

/**
 * Looks at a code, at most five times per verification: the row's lock makes parallel guesses come one by one, and the
 * count is committed before anybody learns whether the code was right.
 */
@ApplicationScoped
class AnswerVerification {

    static final ProblemType CODE_NOT_ACCEPTED = new ProblemType("code-not-accepted", 422, "This code is not accepted");

    private final VerificationRepository verifications;
    private final ConcludeVerification conclude;
    private final CodeSeals seals;
    private final Clock clock;

    AnswerVerification(
            VerificationRepository verifications, ConcludeVerification conclude, CodeSeals seals, Clock clock) {
        this.verifications = verifications;
        this.conclude = conclude;
        this.seals = seals;
        this.clock = clock;
    }

    /** The receipt. Every refusal is the same: wrong, expired, used, dead by a resend, or the fifth wrong one before it. */
    Uni<String> answer(UUID id, String typed) {
        return Panache.withTransaction(() -> verifications
                        .lock(id)
                        .onItem()
                        .ifNull()
                        .failWith(AnswerVerification::unknown)
                        .chain(verification -> look(verification, Code.typed(typed))))
                // After the commit: a refusal must not take the count back.
                .map(receipt -> receipt.orElseThrow(AnswerVerification::notAccepted));
    }

    private Uni<Optional<String>> look(Verification verification, Optional<Code> typed) {
        Instant now = clock.instant();
        if (typed.isEmpty() || !verification.mayLook(now)) {
            return Uni.createFrom().item(Optional.empty());
        }
        verification.look(seals.isCodeOf(verification, typed.get()), now);
        return verification.isConcluded()
                ? conclude.conclude(verification)
                : Uni.createFrom().item(Optional.empty());
    }

    static ProblemException unknown() {
        return new ProblemException(ProblemType.NOT_FOUND, "Start a verification first.");
    }

    private static ProblemException notAccepted() {
        return new ProblemException(
                CODE_NOT_ACCEPTED,
                "Type the eight digits of the newest mail, within five minutes. After a few wrong ones, start anew.");
    }
}
