package org.privacypromise.requests.objection;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** identity-service, the part that names contact points. */
@RegisterRestClient(configKey = "identity")
@OidcClientFilter
@Path("/contact-refs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface IdentityContactsClient {

    @POST
    Uni<Named> name(Typed contactPoint);

    /** @param value leaves the house in the body of this one call, and is in no URL */
    @RegisterForReflection
    record Typed(String kind, String value) {

        @Override
        public String toString() {
            return "Typed[personal]";
        }
    }

    @RegisterForReflection
    record Named(String contactRef) {}
}
