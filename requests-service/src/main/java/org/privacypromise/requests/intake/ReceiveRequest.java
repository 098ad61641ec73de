package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.privacypromise.requests.clock.DeriveDueDate;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Arrival;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.screening.PrepareScreening;

/** What every door does with each single request: its clock starts, and its screening is prepared. */
@ApplicationScoped
class ReceiveRequest {

    private final AdvanceRequest advance;
    private final DeriveDueDate dueDate;
    private final PrepareScreening screening;
    private final Clock clock;

    ReceiveRequest(AdvanceRequest advance, DeriveDueDate dueDate, PrepareScreening screening, Clock clock) {
        this.advance = advance;
        this.dueDate = dueDate;
        this.screening = screening;
        this.clock = clock;
    }

    Arrival arrival(Submission submission) {
        return Arrival.now(submission.channel(), clock.instant().truncatedTo(ChronoUnit.MICROS), submission.language());
    }

    /** @throws org.privacypromise.frame.ProblemException for a place that we do not act in */
    Derivation derivation(Submission submission, Arrival arrival, Right right) {
        return dueDate.ofReceipt(arrival.receivedAt(), submission.place(), right);
    }

    /** In the caller's transaction. */
    Uni<Request> receive(Request request, Submission submission) {
        return advance.receive(request).call(() -> screening.prepare(request, submission.from()));
    }
}
