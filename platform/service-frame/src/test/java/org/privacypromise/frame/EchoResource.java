package org.privacypromise.frame;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** What a service's resource looks like, so that the frame around it can be tried. */
@Path("/echo")
public class EchoResource {

    public record Line(@NotBlank String text, @Positive int times) {}

    public record Order(String reference, @Valid List<Line> lines) {}

    private final SignedInCustomer customer;

    EchoResource(SignedInCustomer customer) {
        this.customer = customer;
    }

    @POST
    @PermitAll
    public Order echo(@Valid Order order) {
        return order;
    }

    @GET
    @Path("/me")
    @RolesAllowed("customer")
    public String me() {
        return customer.id();
    }

    @GET
    @Path("/forgotten")
    public String withoutAnnotation() {
        return "nobody may see this";
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public String broken(@PathParam("id") int id) {
        throw new IllegalStateException("anna@example.org is number " + id);
    }
}
