package org.privacypromise.identity.customer;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.privacypromise.identity.account.Caller;

/** For systems that hold contact points of people who are no customers, and must be found when those ask. */
@Path("/contact-refs")
class ContactRefResource {

    private final NameContactPoint name;
    private final Caller caller;

    ContactRefResource(NameContactPoint name, Caller caller) {
        this.name = name;
        this.caller = caller;
    }

    /** By POST, so that no address stands in a URL. Says nothing about whether anybody is known by it. */
    @POST
    @RolesAllowed({"system", "service"})
    public Uni<ContactRefView> name(@NotNull @Valid NewPurchase.Typed contactPoint) {
        return name.name(caller.client(), contactPoint).map(reference -> new ContactRefView(reference.toString()));
    }

    record ContactRefView(String contactRef) {}
}
