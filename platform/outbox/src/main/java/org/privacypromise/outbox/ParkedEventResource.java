package org.privacypromise.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jboss.logging.Logger;
import org.privacypromise.outbox.ReplayParkedEvents.ConsumerGoneException;

/** The hand tool of operators for events that could not be handled. */
@Path("/parked-events")
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
class ParkedEventResource {

    private static final Logger LOG = Logger.getLogger(ParkedEventResource.class);

    private final ParkedEventRepository parked;
    private final ReplayParkedEvents replay;

    ParkedEventResource(ParkedEventRepository parked, ReplayParkedEvents replay) {
        this.parked = parked;
        this.replay = replay;
    }

    /** The oldest first, without payloads; the next page is after the last id of this one. */
    @GET
    public Uni<List<ParkedEventView>> list(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return Panache.withSession(() -> parked.page(after, limit))
                .map(page -> page.stream().map(ParkedEventView::from).toList());
    }

    /** Handles the parked events of this one's key, oldest first, up to the first that fails again. */
    @POST
    @Path("/{id}/replay")
    public Uni<ReplayView> replay(long id) {
        return replay.replay(id)
                .onItem()
                .ifNull()
                .failWith(NotFoundException::new)
                .onFailure(ConsumerGoneException.class)
                .transform(gone -> new ClientErrorException(gone.getMessage(), Status.CONFLICT));
    }

    /** Drops this event for good. What waits behind it stays parked until it is replayed. */
    @DELETE
    @Path("/{id}")
    public Uni<Void> drop(long id) {
        return Panache.withTransaction(() -> parked.findById(id)
                .onItem()
                .ifNull()
                .failWith(NotFoundException::new)
                .call(parked::delete)
                .invoke(event -> LOG.infof(
                        "Dropped parked event %d (%s) of %s by hand", event.id, event.eventId, event.consumer))
                .replaceWithVoid());
    }
}
