package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.Arrival;
import org.privacypromise.requests.lifecycle.Claimant;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.objection.TypedContact;

/** Takes in that somebody wants nothing advertised at a contact point that they typed; nobody proves anything for that. */
@ApplicationScoped
class SubmitObjection {

    private final ReceiveRequest receive;

    SubmitObjection(ReceiveRequest receive) {
        this.receive = receive;
    }

    /** In the caller's transaction. */
    Uni<Submitted> submit(TypedContact contact, Submission submission) {
        if (submission.rights().stream().anyMatch(Right::needsProof)) {
            throw new ProblemException(
                    ProblemType.UNAUTHENTICATED,
                    "Sign in; or begin a verification at identity-service (POST /verifications), and send its ID.");
        }
        String trackingKey = TrackingKey.random();
        Arrival arrival = receive.arrival(submission);
        Request request = Request.by(
                Claimant.anybody(TrackingKey.hash(trackingKey)),
                receive.derivation(submission, arrival, Right.MARKETING_OBJECTION),
                arrival);
        return receive.receive(request, submission, contact)
                .map(received -> new Submitted(List.of(received), true, trackingKey));
    }
}
