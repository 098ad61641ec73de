package org.privacypromise.requests.hold;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.security.Caller;
import org.privacypromise.requests.security.Staff;

/** Where the privacy team sees to it that evidence is not erased. */
@Path("/desk/holds")
@RolesAllowed(Staff.TEAM)
public class HoldResource {

    private final KeepHolds holds;
    private final Caller caller;

    HoldResource(KeepHolds holds, Caller caller) {
        this.holds = holds;
        this.caller = caller;
    }

    /** All that are not lifted, the oldest first, at most 200. */
    @GET
    public Uni<List<HoldView>> open() {
        return holds.open();
    }

    /** Binds at once; a second person has to confirm it within three days. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<Response> set(@Nullable NewHold wanted) {
        if (wanted == null) {
            throw new ProblemException(ProblemType.MALFORMED, "Send customerId, reason and authority.");
        }
        return caller.staff()
                .chain(staff -> holds.set(wanted, staff))
                .map(set -> Response.status(201).entity(set).build());
    }

    /** By another person than the one who has set it. Doing it again changes nothing. */
    @POST
    @Path("/{id}/confirm")
    @Cancellable(false)
    public Uni<HoldView> confirm(@PathParam("id") UUID id) {
        return caller.staff().chain(staff -> holds.confirm(id, staff));
    }

    /** By two persons, one after the other; with the second one's word, what it has held up goes on. */
    @POST
    @Path("/{id}/lift")
    @Cancellable(false)
    public Uni<HoldView> lift(@PathParam("id") UUID id) {
        return caller.staff().chain(staff -> holds.lift(id, staff));
    }
}
