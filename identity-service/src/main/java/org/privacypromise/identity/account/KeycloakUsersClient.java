package org.privacypromise.identity.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Keycloak's Admin REST API, the part about one user. A user is kept as JSON, so that no field we do not know is lost. */
@Path("/users/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@OidcClientFilter
interface KeycloakUsersClient {

    /** Fails with a {@link NoSuchUserException} if there is none. */
    @GET
    Uni<ObjectNode> read(@PathParam("id") String id);

    /** Replaces the whole user: Keycloak deletes attributes that are not sent. */
    @PUT
    Uni<Void> replace(@PathParam("id") String id, ObjectNode user);

    /** Fails with a {@link NoSuchUserException} if there is none. */
    @DELETE
    Uni<Void> delete(@PathParam("id") String id);

    @ClientExceptionMapper
    static @Nullable RuntimeException missing(Response response) {
        return response.getStatus() == 404 ? new NoSuchUserException() : null;
    }

    /** Nobody has an account with this ID. */
    final class NoSuchUserException extends RuntimeException {

        NoSuchUserException() {
            super("no such user", null, false, false);
        }
    }
}
