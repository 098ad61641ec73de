package org.privacypromise.requests.notice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** identity-service, which alone knows addresses and sends all mail. */
@Path("/mails")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "identity")
@OidcClientFilter
interface IdentityMailClient {

    /** The same key again sends nothing again, and tells how far the mail has come. */
    @POST
    Uni<Sent> send(@HeaderParam("Idempotency-Key") String key, Mail mail);

    @ClientExceptionMapper
    static @Nullable RuntimeException nobody(Response response) {
        return response.getStatus() == 404 ? new NobodyException() : null;
    }

    /** @param state {@code queued}, {@code accepted} or {@code undeliverable} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sent(@Nullable String mailId, @Nullable String state) {}

    /** There is nobody to send it to any more. */
    final class NobodyException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NobodyException() {
            super("nobody to send it to", null, false, false);
        }
    }
}
