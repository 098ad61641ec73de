package org.privacypromise.preferences.objection;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** For requests-service, which hears objections and knows whose they are. It only ever opts out. */
@Path("/objections/{request}")
@RolesAllowed("service")
public class ObjectionResource {

    private final ObjectToMarketing object;

    ObjectionResource(ObjectToMarketing object) {
        this.object = object;
    }

    /**
     * Nothing is advertised from the answer on. Saying it again changes nothing.
     *
     * @param request under which it was made; it goes into the evidence
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<RestResponse<Void>> object(
            @PathParam("request") @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String request,
            @NotNull @Valid MarketingObjection objection) {
        return object.object(request, objection).map(done -> RestResponse.noContent());
    }
}
