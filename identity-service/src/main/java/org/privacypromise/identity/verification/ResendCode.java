package org.privacypromise.identity.verification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.identity.mail.Mails;

/** Sends another code for the same verification. The one before it is dead, and what was guessed still counts. */
@ApplicationScoped
class ResendCode {

    static final ProblemType VERIFICATION_OVER =
            new ProblemType("verification-over", 409, "This verification has ended");

    private final VerificationRepository verifications;
    private final CodeBudgets budgets;
    private final Mails mails;
    private final Clock clock;

    ResendCode(VerificationRepository verifications, CodeBudgets budgets, Mails mails, Clock clock) {
        this.verifications = verifications;
        this.budgets = budgets;
        this.mails = mails;
        this.clock = clock;
    }

    Uni<StartedView> resend(UUID id, String callerAddress) {
        return Panache.withTransaction(() -> verifications
                        .lock(id)
                        .onItem()
                        .ifNull()
                        .failWith(AnswerVerification::unknown)
                        .invoke(this::requireOpen)
                        .call(verification -> budgets.charge(verification.contactRef, callerAddress))
                        .call(() -> mails.withdrawCodes(id))
                        .invoke(verification -> verification.renew(clock.instant())))
                .map(StartedView::from);
    }

    private void requireOpen(Verification verification) {
        if (!verification.mayLook(clock.instant())) {
            throw new ProblemException(VERIFICATION_OVER, "Start a new verification.");
        }
    }
}
