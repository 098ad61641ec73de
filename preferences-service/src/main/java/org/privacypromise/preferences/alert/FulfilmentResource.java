package org.privacypromise.preferences.alert;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.idempotency.CallingClient;
import org.privacypromise.preferences.idempotency.IdempotencyKey;

/** For the system that sends the messages: a product is back, whom has it to tell? */
@Path("/alerts/fulfilments")
@RolesAllowed("system")
public class FulfilmentResource {

    private final ClaimAlerts claimAlerts;
    private final CallingClient client;

    FulfilmentResource(ClaimAlerts claimAlerts, CallingClient client) {
        this.claimAlerts = claimAlerts;
        this.client = client;
    }

    /**
     * Each alert is handed over once, to one system. Needs an {@code Idempotency-Key}: with the same one the same alerts
     * come again, for a week.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<FulfilmentView> fulfil(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @NotNull @Valid Fulfilment back) {
        IdempotencyKey key = IdempotencyKey.read(idempotencyKey)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.MALFORMED,
                        "Send an Idempotency-Key: without one, nobody would be told if this answer got lost."));
        return claimAlerts.claim(back, client.name(), key);
    }
}
