package org.privacypromise.requests.objection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** preferences-service, which sees to it that nothing is advertised. */
@RegisterRestClient(configKey = "preferences")
@OidcClientFilter
@Path("/objections")
@Consumes(MediaType.APPLICATION_JSON)
interface PreferencesClient {

    /** Saying it again changes nothing. */
    @PUT
    @Path("/{request}")
    Uni<Void> object(@PathParam("request") String request, Objecting who);

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Objecting(@Nullable String customerId, @Nullable String contactRef, String language) {}
}
