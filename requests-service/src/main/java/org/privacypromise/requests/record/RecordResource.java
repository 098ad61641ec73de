package org.privacypromise.requests.record;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.privacypromise.requests.record.ProcessingRecordView.TransferView;
import org.privacypromise.requests.security.Staff;

/** The record of processing, for whoever answers for it, and for an authority that asks (GDPR Art. 30(4)). */
@Path("/desk")
@RolesAllowed({Staff.TEAM, Staff.LEAD, Staff.AUDITOR})
class RecordResource {

    private final ShowRecord showing;

    RecordResource(ShowRecord showing) {
        this.showing = showing;
    }

    @GET
    @Path("/records-of-processing")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ProcessingRecordView> records() {
        return showing.asOfNow();
    }

    /** The same as a page to read and print. */
    @GET
    @Path("/records-of-processing")
    @Produces(MediaType.TEXT_HTML + ";qs=0.9")
    public Uni<TemplateInstance> page() {
        return showing.asOfNow().map(RecordPage::recordOfProcessing);
    }

    /** Whom data is given to, in which country, and what protects it there; those abroad first. */
    @GET
    @Path("/transfers")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<List<TransferView>> transfers() {
        return showing.transfers();
    }
}
