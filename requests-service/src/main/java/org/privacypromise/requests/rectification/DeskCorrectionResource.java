package org.privacypromise.requests.rectification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.history.LookAtRequest;
import org.privacypromise.requests.history.StatedPurpose;
import org.privacypromise.requests.security.Caller;
import org.privacypromise.requests.security.Staff;

/** Where the privacy team checks what a person wants put right. */
@Path("/desk/requests/{id}/corrections")
@RolesAllowed({Staff.TEAM, Staff.LEAD})
public class DeskCorrectionResource {

    private final Corrections corrections;
    private final LookAtRequest looking;
    private final Caller caller;

    DeskCorrectionResource(Corrections corrections, LookAtRequest looking, Caller caller) {
        this.corrections = corrections;
        this.looking = looking;
        this.caller = caller;
    }

    /** As the person has given them. */
    @GET
    public Uni<CorrectionList> get(
            @PathParam("id") UUID request, @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose) {
        return caller.staff()
                .chain(staff -> looking.look(
                        staff, request, Deed.READ_CORRECTIONS, purpose, found -> corrections.of(found.id())));
    }
}
