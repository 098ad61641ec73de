package org.privacypromise.requests.report;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.report.figure.FiguresCsv;
import org.privacypromise.requests.security.Staff;

/** How requests were answered, in numbers that name nobody. */
@Path("/desk/reports")
@RolesAllowed({Staff.TEAM, Staff.LEAD, Staff.AUDITOR})
class ReportResource {

    private static final String CSV = "text/csv";

    private final ReportMonth reporting;
    private final Clock clock;

    ReportResource(ReportMonth reporting, Clock clock) {
        this.reporting = reporting;
        this.clock = clock;
    }

    /** Of a month such as {@code 2026-11}; of this month so far. */
    @GET
    @Path("/{month}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<MonthlyReportView> month(@PathParam("month") String month) {
        return reporting.of(known(month));
    }

    /** The same as a table. */
    @GET
    @Path("/{month}")
    @Produces(CSV)
    public Uni<RestResponse<String>> table(@PathParam("month") String month) {
        return reporting
                .of(known(month))
                .map(report -> ResponseBuilder.ok(FiguresCsv.of(report.figures()))
                        .header("Content-Disposition", "attachment; filename=\"requests-" + report.month() + ".csv\"")
                        .build());
    }

    /** The metrics of a calendar year under Californian law (11 CCR s. 7102). */
    @GET
    @Path("/ccpa/{year}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<CaliforniaView> california(@PathParam("year") @Pattern(regexp = "20[0-9]{2}") String year) {
        Year asked = Year.parse(year);
        if (asked.isAfter(Year.now(clock.withZone(ZoneOffset.UTC)))) {
            throw notThere();
        }
        return reporting.california(asked);
    }

    private YearMonth known(String month) {
        try {
            YearMonth asked = YearMonth.parse(month);
            if (!asked.isAfter(YearMonth.now(clock.withZone(ZoneOffset.UTC)))) {
                return asked;
            }
        } catch (DateTimeException e) {
            // It is no month at all.
        }
        throw notThere();
    }

    private static ProblemException notThere() {
        return new ProblemException(
                ProblemType.NOT_FOUND, "Ask for a month such as 2026-11, or a year such as ccpa/2026, that has begun.");
    }
}
