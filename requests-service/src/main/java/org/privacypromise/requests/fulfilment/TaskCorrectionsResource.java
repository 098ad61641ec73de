package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.privacypromise.requests.rectification.CorrectionList;
import org.privacypromise.requests.security.Caller;

/** Where systems fetch what is right, for a task of rectification: an event must not say it. */
@Path("/tasks/{id}/corrections")
@RolesAllowed({"system", "service"})
public class TaskCorrectionsResource {

    private final ShowCorrections show;
    private final Caller caller;

    TaskCorrectionsResource(ShowCorrections show, Caller caller) {
        this.show = show;
        this.caller = caller;
    }

    /** What this system has to put right, while the task is with it. */
    @GET
    public Uni<CorrectionList> get(@PathParam("id") UUID id) {
        return caller.client().chain(client -> show.forSystem(id, client));
    }
}
