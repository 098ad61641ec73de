package org.privacypromise.requests.rectification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.privacypromise.requests.security.Staff;

/** Where the privacy team checks what a person wants put right. */
@Path("/desk/requests/{id}/corrections")
@RolesAllowed(Staff.TEAM)
public class DeskCorrectionResource {

    private final GiveCorrections give;

    DeskCorrectionResource(GiveCorrections give) {
        this.give = give;
    }

    /** As the person has given them. */
    @GET
    public Uni<CorrectionList> get(@PathParam("id") UUID request) {
        return give.of(request);
    }
}
