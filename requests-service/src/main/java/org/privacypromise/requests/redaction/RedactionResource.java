package org.privacypromise.requests.redaction;

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

/** Where the privacy team takes out of an answer what is somebody else's. */
@Path("/desk/requests/{id}/redactions")
@RolesAllowed(Staff.TEAM)
public class RedactionResource {

    private final ReviewAnswer review;
    private final Caller caller;

    RedactionResource(ReviewAnswer review, Caller caller) {
        this.review = review;
        this.caller = caller;
    }

    /** The log: who has marked what and why, and who has decided. */
    @GET
    public Uni<List<RedactionView>> log(@PathParam("id") UUID request) {
        return review.log(request);
    }

    /** No package is made until it is closed. */
    @POST
    @Path("/review")
    @Cancellable(false)
    public Uni<Void> open(@PathParam("id") UUID request) {
        return caller.staff().chain(staff -> review.open(request, staff.account()));
    }

    /** By a second person, once everything is decided; then the package is made. */
    @POST
    @Path("/review/close")
    @Cancellable(false)
    public Uni<Void> close(@PathParam("id") UUID request) {
        return caller.staff().chain(staff -> review.close(request, staff.account()));
    }

    /** Marks a record or field. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<Response> propose(@PathParam("id") UUID request, @Nullable NewRedaction wanted) {
        if (wanted == null) {
            throw new ProblemException(ProblemType.MALFORMED, "Send system, pointer and reason.");
        }
        return caller.staff()
                .chain(staff -> review.propose(request, wanted, staff.account()))
                .map(marked -> Response.status(201).entity(marked).build());
    }

    /** It is taken out; by another person than the one who has marked it. */
    @POST
    @Path("/{redaction}/approve")
    @Cancellable(false)
    public Uni<RedactionView> approve(@PathParam("id") UUID request, @PathParam("redaction") UUID redaction) {
        return decide(request, redaction, RedactionState.APPROVED);
    }

    /** It stays in; by another person than the one who has marked it. */
    @POST
    @Path("/{redaction}/turn-down")
    @Cancellable(false)
    public Uni<RedactionView> turnDown(@PathParam("id") UUID request, @PathParam("redaction") UUID redaction) {
        return decide(request, redaction, RedactionState.TURNED_DOWN);
    }

    private Uni<RedactionView> decide(UUID request, UUID redaction, RedactionState decision) {
        return caller.staff().chain(staff -> review.decide(request, redaction, decision, staff.account()));
    }
}
