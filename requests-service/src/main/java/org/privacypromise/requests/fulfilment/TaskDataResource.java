package org.privacypromise.requests.fulfilment;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.privacypromise.frame.Problem;
import org.privacypromise.requests.security.Caller;

/** Where systems hand over what they hold about a person. The body is read as it comes, and never held in memory. */
@Path("/tasks/{id}/data")
@RolesAllowed({"system", "service"})
public class TaskDataResource {

    private final ReceiveUpload uploads;
    private final Caller caller;

    TaskDataResource(ReceiveUpload uploads, Caller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    /**
     * Takes the data of one task, once; the same data again changes nothing. The task's answer, an event, must repeat the
     * digest.
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Cancellable(false)
    public Uni<Response> put(@PathParam("id") UUID id, @Context HttpServerRequest request) {
        // Nothing is read before somebody asks for it, which is also what slows a fast sender down.
        request.pause();
        return caller.client()
                .chain(client ->
                        uploads.receive(id, client, MultiHelper.toMulti(request).map(Buffer::getBytes)))
                .onFailure()
                .call(() -> RestOfBody.discard(request))
                .map(taken -> Response.status(taken.repeated() ? 200 : 201)
                        .entity(taken)
                        .build());
    }

    /** RFC 9457 with a member of its own: the system may answer its task with this digest instead. */
    record UploadProblem(URI type, String title, int status, String detail, String sha256) {}

    @ServerExceptionMapper
    Response alreadyUploaded(AlreadyUploadedException e) {
        Problem problem = Problem.of(
                ReceiveUpload.ALREADY_UPLOADED,
                "Answer the task with the digest of what was uploaded first: that is what counts.");
        return Response.fromResponse(problem.response())
                .entity(new UploadProblem(
                        problem.type(), problem.title(), problem.status(), problem.detail(), e.sha256()))
                .build();
    }
}
