package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.Arrival;
import org.privacypromise.requests.lifecycle.Claimant;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.verification.Verification;
import org.privacypromise.requests.verification.VerificationRepository;

/**
 * Takes in what is asked by somebody who has yet to prove who they are: the clock starts, and goes on whether or not it is
 * known yet how the verification ends. One verification is for what was asked in one go.
 */
@ApplicationScoped
class SubmitUnproven {

    static final ProblemType VERIFICATION_USED =
            new ProblemType("verification-used", 409, "This verification was used for another request");
    static final ProblemType FOR_ANOTHER_PURPOSE =
            new ProblemType("verification-for-another-purpose", 422, "This verification is for something else");
    static final ProblemType NOT_VERIFIED =
            new ProblemType("not-verified", 422, "This verification has ended without the right code");

    private final RequestRepository requests;
    private final VerificationRepository verifications;
    private final ConcludeVerification conclude;
    private final ReceiveRequest receive;

    SubmitUnproven(
            RequestRepository requests,
            VerificationRepository verifications,
            ConcludeVerification conclude,
            ReceiveRequest receive) {
        this.requests = requests;
        this.verifications = verifications;
        this.conclude = conclude;
        this.receive = receive;
    }

    /** In the caller's transaction. */
    Uni<Submitted> submit(String verificationId, Submission submission) {
        return requests.lockVerification(verificationId)
                .chain(() -> requests.withVerification(verificationId))
                .chain(known -> known.isEmpty()
                        ? receiveAll(verificationId, submission)
                        : Uni.createFrom().item(repeated(known, submission)));
    }

    // Once it is a customer's request, it is shown to who signs in only.
    private static Submitted repeated(List<Request> known, Submission submission) {
        boolean same =
                known.stream().map(Request::right).collect(Collectors.toSet()).equals(Set.copyOf(submission.rights()));
        if (!same || known.stream().anyMatch(request -> request.customerId() != null)) {
            throw new ProblemException(VERIFICATION_USED, "Begin another verification for another request.");
        }
        var byRight = known.stream().collect(Collectors.toMap(Request::right, Function.identity()));
        return Submitted.known(submission.rights().stream().map(byRight::get).toList());
    }

    private Uni<Submitted> receiveAll(String verificationId, Submission submission) {
        String trackingKey = TrackingKey.random();
        byte[] hash = submission.isOnline() ? TrackingKey.hash(trackingKey) : null;
        Arrival arrival = receive.arrival(submission);
        return verifications
                .findById(verificationId)
                .invoke(told -> requireUsable(told, submission.rights()))
                .chain(told -> Multi.createFrom()
                        .iterable(submission.rights())
                        .onItem()
                        .transformToUniAndConcatenate(right -> receive.receive(
                                Request.by(
                                        Claimant.unproven(verificationId, hash),
                                        receive.derivation(submission, arrival, right),
                                        arrival),
                                submission))
                        .collect()
                        .asList()
                        .call(all -> told == null ? Uni.createFrom().voidItem() : conclude.conclude(all, told)))
                .map(all -> new Submitted(all, true, submission.isOnline() ? trackingKey : null));
    }

    private static void requireUsable(@Nullable Verification told, List<Right> rights) {
        List<Right> toProve = rights.stream().filter(Right::needsProof).toList();
        if (told == null || toProve.isEmpty()) {
            return;
        }
        if (!ProofOf.fits(told, toProve) || told.requestId() != null) {
            throw new ProblemException(
                    FOR_ANOTHER_PURPOSE, "Begin a verification for what you ask for, then send its ID.");
        }
        if (!told.isVerified()) {
            throw new ProblemException(NOT_VERIFIED, "Begin another verification, then send its ID.");
        }
    }
}
