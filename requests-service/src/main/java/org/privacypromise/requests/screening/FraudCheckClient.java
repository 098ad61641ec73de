package org.privacypromise.requests.screening;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** fraud-check-service. What it finds comes as an event; the answer here explains it in words. */
@Path("/screenings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "fraud-check")
@OidcClientFilter
interface FraudCheckClient {

    /** The same ID again gives the same answer. */
    @POST
    Uni<Screened> screen(ToScreen request);

    record ToScreen(String screeningId, String subject, Signals signals) {}

    /** What is known about a request; what is not known is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signals(
            @Nullable String ipAddress,
            @Nullable String contactRef,
            @Nullable String customerId,
            String right,
            String channel) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Screened(@Nullable List<Reason> reasons) {}

    /** @param text in words that a customer may read */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reason(@Nullable String rule, @Nullable String text) {}
}
