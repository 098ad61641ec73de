package org.privacypromise.preferences.alert;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.frame.SignedInCustomer;

/**
 * The signed-in customer's own requests to be told that something is back. Each brings one message, whatever they have
 * chosen about marketing.
 */
@Path("/alerts")
@RolesAllowed("customer")
public class AlertResource {

    private final SignedInCustomer customer;
    private final AskForAlert askForAlert;
    private final StockAlertRepository alerts;
    private final Clock clock;

    AlertResource(SignedInCustomer customer, AskForAlert askForAlert, StockAlertRepository alerts, Clock clock) {
        this.customer = customer;
        this.askForAlert = askForAlert;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Those that are still to come, the oldest first. */
    @GET
    @WithSession
    public Uni<List<AlertView>> list() {
        return alerts.openOf(customer.id(), clock.instant())
                .map(found -> found.stream().map(AlertView::from).toList());
    }

    /** 201, or 200 if the customer had asked for the same already. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<RestResponse<AlertView>> ask(@NotNull @Valid NewAlert wanted) {
        return askForAlert
                .ask(customer.id(), wanted)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "Everything about this customer was erased, as they had asked."))
                .map(asked ->
                        RestResponse.status(asked.isNew() ? Status.CREATED : Status.OK, AlertView.from(asked.alert())));
    }

    /** Cancels one. */
    @DELETE
    @Path("{alertId}")
    @Cancellable(false)
    public Uni<Void> cancel(@PathParam("alertId") UUID alertId) {
        return Panache.withTransaction(() -> alerts.cancel(alertId, customer.id()))
                .invoke(cancelled -> {
                    if (!cancelled) {
                        throw new ProblemException(
                                ProblemType.NOT_FOUND, "GET /alerts lists those that can be cancelled.");
                    }
                })
                .replaceWithVoid();
    }
}
