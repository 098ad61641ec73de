package org.privacypromise.preferences.softoptin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.choice.ChoicePolicy;

/** For the checkout: tells of a sale at which the customer did not say no. The same twice is the same as once. */
@Path("/soft-opt-ins")
@RolesAllowed("checkout")
public class SoftOptInResource {

    private final SoftOptInPolicy policy;
    private final ChoicePolicy choicePolicy;
    private final AcceptSoftOptIn acceptSoftOptIn;

    SoftOptInResource(SoftOptInPolicy policy, ChoicePolicy choicePolicy, AcceptSoftOptIn acceptSoftOptIn) {
        this.policy = policy;
        this.choicePolicy = choicePolicy;
        this.acceptSoftOptIn = acceptSoftOptIn;
    }

    /** Allows what the customer has never decided on, with the sale as evidence. A no is never overridden. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<SoftOptInView> accept(@NotNull @Valid SoftOptIn sale) {
        policy.check(sale);
        choicePolicy.check(sale.decisions(), sale.noticeVersion());
        return acceptSoftOptIn
                .accept(sale)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "Everything about this customer was erased, as they had asked."));
    }
}
