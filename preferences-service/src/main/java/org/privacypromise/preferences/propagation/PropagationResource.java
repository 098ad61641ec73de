package org.privacypromise.preferences.propagation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;

/** For operators: which systems follow the customers' choices as fast as they mean to. */
@Path("/propagation")
@RolesAllowed("operator")
public class PropagationResource {

    private final ReportPropagation report;

    PropagationResource(ReportPropagation report) {
        this.report = report;
    }

    /**
     * Each system's durations from change to effect, what it has not acknowledged, and what of that is overdue.
     *
     * @param hours how far back durations are counted; what is open is told as of now
     */
    @GET
    public Uni<PropagationReportView> report(@QueryParam("hours") @DefaultValue("24") @Min(1) @Max(168) int hours) {
        return report.over(Duration.ofHours(hours));
    }
}
