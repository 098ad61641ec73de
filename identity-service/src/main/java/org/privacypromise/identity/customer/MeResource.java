package org.privacypromise.identity.customer;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.identity.account.Caller;

/** For whoever is signed in, linked or not. */
@Path("/me")
@RolesAllowed("customer")
@Cancellable(false)
class MeResource {

    private final DescribeCustomer describe;
    private final LinkAccount link;
    private final Caller caller;

    MeResource(DescribeCustomer describe, LinkAccount link, Caller caller) {
        this.describe = describe;
        this.link = link;
        this.caller = caller;
    }

    @GET
    public Uni<MeView> describe() {
        return describe.describe(caller.account());
    }

    /** 200 when a refreshed token names the customer, 202 when it will soon. */
    @POST
    @Path("/link")
    public Uni<RestResponse<LinkView>> link(@Nullable LinkRequest request) {
        return link.link(caller.account(), request == null ? null : request.linkToken())
                .map(view -> RestResponse.status(view.effective() ? Status.OK : Status.ACCEPTED, view));
    }

    /** @param linkToken as the checkout got it with the purchase; not needed once the account is linked */
    record LinkRequest(@Nullable String linkToken) {}
}
