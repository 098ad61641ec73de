package org.privacypromise.identity.history;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.privacypromise.frame.SignedInCustomer;

/** For the customer who wonders who else claims to be them. */
@Path("/me/verifications")
@RolesAllowed("customer")
class HistoryResource {

    private final ReadHistory history;
    private final SignedInCustomer customer;

    HistoryResource(ReadHistory history, SignedInCustomer customer) {
        this.history = history;
        this.customer = customer;
    }

    /** The newest first. */
    @GET
    public Uni<List<AttemptView>> whoVerifiedAsMe() {
        return history.of(customer.id());
    }
}
