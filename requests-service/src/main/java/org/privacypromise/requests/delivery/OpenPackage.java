package org.privacypromise.requests.delivery;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.VerificationConcluded.Purpose;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.safekeeping.SealedContent;
import org.privacypromise.requests.verification.Verification;
import org.privacypromise.requests.verification.VerificationRepository;

/**
 * Opens the package to whom it is for: the customer, or a guest with the mailed link and a fresh code. Each opening is
 * counted, and the count committed, before the first byte goes out, so that no number of parallel ones is more than
 * three.
 */
@ApplicationScoped
class OpenPackage {

    static final ProblemType NOT_READY = new ProblemType("package-not-ready", 409, "The package is not ready yet");
    static final ProblemType GONE = new ProblemType("package-gone", 410, "The package can no longer be fetched");
    static final ProblemType NOT_VERIFIED = new ProblemType("not-verified", 422, "This verification proves nothing");
    static final ProblemType OTHER_PURPOSE =
            new ProblemType("verification-for-another-purpose", 422, "This verification was for something else");

    private final AnswerPackageRepository packages;
    private final RequestRepository requests;
    private final VerificationRepository verifications;
    private final DeliveryConfig config;
    private final Clock clock;

    OpenPackage(
            AnswerPackageRepository packages,
            RequestRepository requests,
            VerificationRepository verifications,
            DeliveryConfig config,
            Clock clock) {
        this.packages = packages;
        this.requests = requests;
        this.verifications = verifications;
        this.config = config;
        this.clock = clock;
    }

    /** For the customer whose request it is. */
    Uni<SealedContent> open(UUID requestId, String customerId) {
        return Panache.withTransaction(() -> requests.findById(requestId).chain(request -> {
            if (request == null || !customerId.equals(request.customerId()) || !hasPackage(request)) {
                throw new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it.");
            }
            return fetch(requestId);
        }));
    }

    private static boolean hasPackage(Request request) {
        return request.right() == Right.ACCESS || request.right() == Right.PORTABILITY;
    }

    /** For the guest whose contact point is verified anew. */
    Uni<SealedContent> openWithLink(String token, String verificationId) {
        return Panache.withTransaction(() -> packages.requestOf(LinkToken.hash(token))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "Open the link from the mail again, or copy the whole of it."))
                .chain(requestId -> requests.findById(Objects.requireNonNull(requestId)))
                .chain(request -> verifications
                        .findById(verificationId)
                        .invoke(verification -> requireProof(request, verification))
                        .chain(() -> fetch(request.id()))));
    }

    private void requireProof(Request request, @Nullable Verification verification) {
        if (verification == null) {
            throw new VerificationPendingException();
        }
        if (!verification.isFor(Purpose.PACKAGE_DOWNLOAD)
                || !request.id().toString().equals(verification.requestId())
                || !verification.contactRef().equals(request.contactRef())) {
            throw new ProblemException(
                    OTHER_PURPOSE,
                    "Ask for a code for the download of this package, at the address that the link was mailed to.");
        }
        if (!verification.isVerified()
                || verification.concludedAt().plus(config.freshVerification()).isBefore(clock.instant())) {
            throw new ProblemException(NOT_VERIFIED, "Ask for a new code, and enter it while it is valid.");
        }
    }

    private Uni<SealedContent> fetch(UUID requestId) {
        return packages.lock(requestId)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        NOT_READY,
                        "We write to you as soon as every system has answered; the request says how many have."))
                .map(found -> Objects.requireNonNull(found).fetch(clock.instant()))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        GONE, "It could be fetched three times within seven days. Make a new request for a new copy."))
                .map(Objects::requireNonNull);
    }

    /** How that verification ended has not reached this service yet, if it has ended at all. */
    static final class VerificationPendingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        VerificationPendingException() {
            super("not told yet", null, false, false);
        }
    }
}
