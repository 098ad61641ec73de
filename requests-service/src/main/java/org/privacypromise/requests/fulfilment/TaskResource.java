package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What the privacy team does about tasks that their system could not do. */
@Path("/tasks")
@RolesAllowed("privacy-team")
public class TaskResource {

    private final ReissueTask reissue;

    TaskResource(ReissueTask reissue) {
        this.reissue = reissue;
    }

    /** Every task in this state, the oldest first, at most 200; without a state those that a person has to look at. */
    @GET
    public Uni<List<TaskView>> tasks(@RestQuery TaskState state) {
        return reissue.tasks(state == null ? TaskState.FAILED : state);
    }

    /** Puts a task that failed into the system's hands once more. Doing it again changes nothing. */
    @POST
    @Path("/{id}/reissue")
    @Cancellable(false)
    public Uni<TaskView> reissue(@PathParam("id") UUID id) {
        return reissue.reissue(id);
    }
}
