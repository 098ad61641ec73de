package org.privacypromise.identity.customer;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.privacypromise.identity.account.Caller;

/** For the systems and people who deal with customers. */
@Path("/customers")
@Cancellable(false)
class CustomerResource {

    private final AllocateCustomerId allocate;
    private final FindCustomers find;
    private final Caller caller;

    CustomerResource(AllocateCustomerId allocate, FindCustomers find, Caller caller) {
        this.allocate = allocate;
        this.find = find;
        this.caller = caller;
    }

    /** 201 for a purchase that is new here, 200 for one that was reported before. */
    @POST
    @RolesAllowed("checkout")
    public Uni<RestResponse<AllocationView>> allocate(@NotNull @Valid NewPurchase purchase) {
        return allocate.allocate(caller.client(), purchase)
                .map(allocated -> RestResponse.status(
                        allocated.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK, allocated));
    }

    /** By POST, so that no address stands in a URL. */
    @POST
    @Path("/by-contact-point")
    @RolesAllowed("customer-care")
    public Uni<FindCustomers.FoundView> find(@NotNull @Valid NewPurchase.Typed contactPoint) {
        return find.find(contactPoint, caller.account());
    }
}
