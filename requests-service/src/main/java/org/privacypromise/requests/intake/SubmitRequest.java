package org.privacypromise.requests.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.requests.intake.Submission.Who.Customer;
import org.privacypromise.requests.intake.Submission.Who.Reached;
import org.privacypromise.requests.intake.Submission.Who.Unproven;
import org.privacypromise.requests.objection.TypedContact;

/**
 * Takes in what somebody asks, by whichever door: one request for each right, and the clock of each starts. All are taken
 * in, or none.
 */
@ApplicationScoped
class SubmitRequest {

    private final SubmitForCustomer forCustomer;
    private final SubmitUnproven unproven;
    private final SubmitObjection objection;

    SubmitRequest(SubmitForCustomer forCustomer, SubmitUnproven unproven, SubmitObjection objection) {
        this.forCustomer = forCustomer;
        this.unproven = unproven;
        this.objection = objection;
    }

    Uni<Submitted> submit(Submission submission) {
        return Panache.withTransaction(() -> switch (submission.who()) {
            case Customer customer -> forCustomer.submit(customer, submission);
            case Unproven(String verificationId) -> unproven.submit(verificationId, submission);
            case Reached(TypedContact contact) -> objection.submit(contact, submission);
        });
    }
}
