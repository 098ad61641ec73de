package org.privacypromise.requests.fulfilment;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.requests.exemption.GivenUp;
import org.privacypromise.requests.security.Caller;
import org.privacypromise.requests.security.Staff;

/** Where the privacy team does what no program does, and decides about what programs could not do. */
@Path("/desk/tasks")
@RolesAllowed(Staff.TEAM)
public class DeskTaskResource {

    private final ShowManualTask show;
    private final AnswerManualTask answer;
    private final ReceiveUpload uploads;
    private final ReissueTask reissue;
    private final TakeOverTask takeOver;
    private final GiveUpTask giveUp;
    private final Caller caller;

    DeskTaskResource(
            ShowManualTask show,
            AnswerManualTask answer,
            ReceiveUpload uploads,
            ReissueTask reissue,
            TakeOverTask takeOver,
            GiveUpTask giveUp,
            Caller caller) {
        this.show = show;
        this.answer = answer;
        this.uploads = uploads;
        this.reissue = reissue;
        this.takeOver = takeOver;
        this.giveUp = giveUp;
        this.caller = caller;
    }

    /** Every task in this state, the oldest first, at most 200; without a state those that are late. */
    @GET
    public Uni<List<TaskView>> tasks(@RestQuery TaskState state) {
        return reissue.tasks(state == null ? TaskState.ESCALATED : state);
    }

    /** What is to be done, and about whom. */
    @GET
    @Path("/{id}")
    public Uni<ShowManualTask.ManualTaskView> task(@PathParam("id") UUID id) {
        return show.show(id);
    }

    /** What was handed over for it, to be looked through; there only until the package is made. */
    @GET
    @Path("/{id}/data")
    @Produces(MediaType.APPLICATION_JSON)
    public Multi<byte[]> data(@PathParam("id") UUID id) {
        return RestMulti.fromUniResponse(uploads.find(id), uploads::read);
    }

    /** What was found by hand, as a document of the same kind as systems send. */
    @PUT
    @Path("/{id}/data")
    @Consumes(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Cancellable(false)
    public Uni<Response> put(@PathParam("id") UUID id, @Context HttpServerRequest request) {
        request.pause();
        return uploads.receiveByHand(id, MultiHelper.toMulti(request).map(Buffer::getBytes))
                .onFailure()
                .call(() -> RestOfBody.discard(request))
                .map(taken -> Response.status(taken.repeated() ? 200 : 201)
                        .entity(taken)
                        .build());
    }

    /** It is done, or holds nothing, or cannot be done; a second person may have to confirm that. */
    @POST
    @Path("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<TaskView> answer(@PathParam("id") UUID id, Done done) {
        return caller.staff().chain(staff -> answer.answer(id, required(done), staff.account()));
    }

    /** Somebody else has done it, and it is right. */
    @POST
    @Path("/{id}/confirm")
    @Cancellable(false)
    public Uni<TaskView> confirm(@PathParam("id") UUID id) {
        return caller.staff().chain(staff -> answer.confirm(id, staff.account()));
    }

    /** Puts a task that failed or is late into the same hands once more. */
    @POST
    @Path("/{id}/retry")
    @Cancellable(false)
    public Uni<TaskView> retry(@PathParam("id") UUID id) {
        return reissue.reissue(id);
    }

    /** Takes it out of the system's hands: people do it from now on. */
    @POST
    @Path("/{id}/take-over")
    @Cancellable(false)
    public Uni<TaskView> takeOver(@PathParam("id") UUID id) {
        return takeOver.takeOver(id);
    }

    /** Closes it undone. The answer will be one in part, and says why. */
    @POST
    @Path("/{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<TaskView> close(@PathParam("id") UUID id, Close close) {
        GivenUp because = close == null ? null : close.because();
        if (because == null) {
            throw HandWorkRefused.malformed("Send {\"because\": \"UNREACHABLE\"} or another reason.");
        }
        return caller.staff().chain(staff -> giveUp.giveUp(id, because, staff.account()));
    }

    /** @param because what the person who asked is told */
    record Close(@Nullable GivenUp because) {}

    private static Done required(@Nullable Done done) {
        if (done == null || done.outcome() == null || done.outcome() == TaskAnswered.Outcome.UNKNOWN) {
            throw HandWorkRefused.malformed("Send {\"outcome\": \"DONE\"}, NOTHING_HELD or FAILED.");
        }
        return done;
    }
}
