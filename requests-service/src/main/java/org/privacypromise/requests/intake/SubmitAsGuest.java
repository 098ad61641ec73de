package org.privacypromise.requests.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.clock.DeriveDueDate;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.screening.PrepareScreening;
import org.privacypromise.requests.verification.Verification;
import org.privacypromise.requests.verification.VerificationRepository;

/**
 * Takes a guest's request in: the clock starts, and goes on whether or not it is known yet how the verification ends. One
 * verification is for one request.
 */
@ApplicationScoped
class SubmitAsGuest {

    static final ProblemType VERIFICATION_USED =
            new ProblemType("verification-used", 409, "This verification was used for another request");
    static final ProblemType FOR_ANOTHER_PURPOSE =
            new ProblemType("verification-for-another-purpose", 422, "This verification is for something else");
    static final ProblemType NOT_VERIFIED =
            new ProblemType("not-verified", 422, "This verification has ended without the right code");

    private final RequestRepository requests;
    private final VerificationRepository verifications;
    private final ConcludeVerification conclude;
    private final AdvanceRequest advance;
    private final DeriveDueDate dueDate;
    private final PrepareScreening screening;
    private final Clock clock;

    SubmitAsGuest(
            RequestRepository requests,
            VerificationRepository verifications,
            ConcludeVerification conclude,
            AdvanceRequest advance,
            DeriveDueDate dueDate,
            PrepareScreening screening,
            Clock clock) {
        this.requests = requests;
        this.verifications = verifications;
        this.conclude = conclude;
        this.advance = advance;
        this.dueDate = dueDate;
        this.screening = screening;
        this.clock = clock;
    }

    Uni<Submission> submit(String verificationId, NewRequest wish, @Nullable PersonalText ipAddress) {
        return Panache.withTransaction(() -> requests.lockVerification(verificationId)
                .chain(() -> requests.withVerification(verificationId))
                .chain(known -> known == null
                        ? receive(verificationId, wish, ipAddress)
                        : Uni.createFrom().item(repeated(known, wish))));
    }

    // Once it is a customer's request, it is shown to who signs in only.
    private static Submission repeated(Request known, NewRequest wish) {
        if (known.right() != wish.right() || known.customerId() != null) {
            throw new ProblemException(VERIFICATION_USED, "Begin another verification for another request.");
        }
        return Submission.known(known);
    }

    private Uni<Submission> receive(String verificationId, NewRequest wish, @Nullable PersonalText ipAddress) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String trackingKey = TrackingKey.random();
        Request request = Request.byGuest(
                verificationId, TrackingKey.hash(trackingKey), dueDate.ofReceipt(now, wish.place(), wish.right()), now);
        return verifications
                .findById(verificationId)
                .invoke(told -> requireUsable(told, wish))
                .call(() -> advance.receive(request))
                .call(() -> screening.prepare(request, ipAddress))
                .chain(told -> told == null ? Uni.createFrom().voidItem() : conclude.conclude(request, told))
                .map(done -> new Submission(request, true, trackingKey));
    }

    private static void requireUsable(@Nullable Verification told, NewRequest wish) {
        if (told == null) {
            return;
        }
        if (!told.isFor(ConcludeVerification.purposeOf(wish.right())) || told.requestId() != null) {
            throw new ProblemException(
                    FOR_ANOTHER_PURPOSE, "Begin a verification for what you ask for, then send its ID.");
        }
        if (!told.isVerified()) {
            throw new ProblemException(NOT_VERIFIED, "Begin another verification, then send its ID.");
        }
    }
}
