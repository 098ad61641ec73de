package org.privacypromise.requests.fulfilment;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** identity-service, the part that knows by which IDs and contact points a customer is known. */
@RegisterRestClient(configKey = "identity")
@OidcClientFilter
@Path("/subjects")
interface IdentitySubjectsClient {

    /** Fails with an {@link UnknownSubjectException} if identity-service knows nobody of that ID. */
    @GET
    @Path("/{customerId}")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<KnownAs> find(@PathParam("customerId") String customerId);

    /** All of it is the same person. */
    @RegisterForReflection
    record KnownAs(List<String> customerIds, List<String> contactRefs) {}

    @ClientExceptionMapper
    static @Nullable RuntimeException unknown(Response response) {
        return response.getStatus() == 404 ? new UnknownSubjectException() : null;
    }

    /** identity-service holds nothing about this customer (any more). */
    final class UnknownSubjectException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownSubjectException() {
            super("no such customer", null, false, false);
        }
    }
}
