package org.privacypromise.requests.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.requests.intake.Submission.Who.Customer;
import org.privacypromise.requests.intake.Submission.Who.Unproven;

/**
 * Takes in what somebody asks, by whichever door: one request for each right, and the clock of each starts. All are taken
 * in, or none.
 */
@ApplicationScoped
class SubmitRequest {

    private final SubmitForCustomer forCustomer;
    private final SubmitUnproven unproven;

    SubmitRequest(SubmitForCustomer forCustomer, SubmitUnproven unproven) {
        this.forCustomer = forCustomer;
        this.unproven = unproven;
    }

    Uni<Submitted> submit(Submission submission) {
        return Panache.withTransaction(() -> switch (submission.who()) {
            case Customer(String id) -> forCustomer.submit(id, submission);
            case Unproven(String verificationId) -> unproven.submit(verificationId, submission);
        });
    }
}
