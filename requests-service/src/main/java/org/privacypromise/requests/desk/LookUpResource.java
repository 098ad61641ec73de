package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.history.StatedPurpose;
import org.privacypromise.requests.security.Caller;
import org.privacypromise.requests.security.Staff;

/** For customer care, with somebody on the telephone who does not have the number of their request at hand. */
@Path("/desk/look-ups")
@RolesAllowed(Staff.CARE)
class LookUpResource {

    private final LookUpRequests looking;
    private final Caller caller;

    LookUpResource(LookUpRequests looking, Caller caller) {
        this.looking = looking;
        this.caller = caller;
    }

    /** @param customerId of the caller */
    record LookUp(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._~-]{1,128}")
            String customerId) {}

    /** Where this customer's requests stand, the newest first. In the body, so that the customer stands in no log. */
    @POST
    @Cancellable(false)
    public Uni<RestResponse<List<RequestStatusView>>> ofCustomer(
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose, @NotNull @Valid LookUp lookUp) {
        return caller.staff()
                .chain(staff -> looking.ofCustomer(staff, lookUp.customerId(), purpose))
                .map(found -> ResponseBuilder.ok(found)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
