package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.DeriveDueDate;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Arrival;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.objection.ReceiveObjection;
import org.privacypromise.requests.objection.TypedContact;
import org.privacypromise.requests.screening.PrepareScreening;

/** What every door does with each single request: its clock starts, and what comes next is prepared. */
@ApplicationScoped
class ReceiveRequest {

    private final AdvanceRequest advance;
    private final DeriveDueDate dueDate;
    private final PrepareScreening screening;
    private final ReceiveObjection objections;
    private final Clock clock;

    ReceiveRequest(
            AdvanceRequest advance,
            DeriveDueDate dueDate,
            PrepareScreening screening,
            ReceiveObjection objections,
            Clock clock) {
        this.advance = advance;
        this.dueDate = dueDate;
        this.screening = screening;
        this.objections = objections;
        this.clock = clock;
    }

    /** @throws org.privacypromise.frame.ProblemException for a day of receipt that cannot be */
    Arrival arrival(Submission submission) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate day = submission.receivedOn();
        Instant receivedAt = day == null ? now : dueDate.momentOfReceipt(day, submission.place(), now);
        return new Arrival(UUID.randomUUID(), submission.channel(), receivedAt, now, submission.language());
    }

    /** @throws org.privacypromise.frame.ProblemException for a place that we do not act in, or a right that is not given */
    Derivation derivation(Submission submission, Arrival arrival, Right right) {
        return dueDate.ofReceipt(arrival.receivedAt(), submission.place(), right);
    }

    /** In the caller's transaction. */
    Uni<Request> receive(Request request, Submission submission) {
        return receive(request, submission, null);
    }

    /** @param contact of an objection to advertising: where nothing is to be sent */
    Uni<Request> receive(Request request, Submission submission, @Nullable TypedContact contact) {
        return advance.receive(request, submission.by())
                .call(() -> request.right().needsProof()
                        ? screening.prepare(request, submission.from())
                        : objections.receive(request.id(), contact));
    }
}
