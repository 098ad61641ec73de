package org.privacypromise.requests.rectification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.security.Caller;

/** Where a customer says what is wrong and what is right. */
@Path("/requests/{id}/corrections")
@RolesAllowed("customer")
public class CorrectionResource {

    private final GiveCorrections give;
    private final Caller caller;

    CorrectionResource(GiveCorrections give, Caller caller) {
        this.give = give;
        this.caller = caller;
    }

    /** All of it at once; what was said before no longer counts. After a fresh sign-in. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<CorrectionList> put(@PathParam("id") UUID request, @Nullable CorrectionList corrections) {
        if (corrections == null) {
            throw new ProblemException(ProblemType.MALFORMED, "Send the corrections.");
        }
        return caller.customerWithStepUp().chain(customer -> give.give(request, customer, corrections));
    }

    /** After a fresh sign-in. */
    @GET
    public Uni<CorrectionList> get(@PathParam("id") UUID request) {
        return caller.customerWithStepUp().chain(customer -> give.ofCustomer(request, customer));
    }
}
