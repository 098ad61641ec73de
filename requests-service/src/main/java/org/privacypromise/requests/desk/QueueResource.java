package org.privacypromise.requests.desk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.alert.Level;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.paging.Cursors;
import org.privacypromise.requests.paging.Page;
import org.privacypromise.requests.security.Staff;

/** What waits for the privacy team. */
@Path("/desk/requests")
@RolesAllowed({Staff.TEAM, Staff.LEAD})
class QueueResource {

    private final QueueRepository queue;
    private final Cursors cursors;
    private final Clock clock;

    QueueResource(QueueRepository queue, Cursors cursors, Clock clock) {
        this.queue = queue;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * What is due first comes first; what is closed only if a closed stage is asked for. It says nothing about whose the
     * requests are, so it takes no purpose.
     *
     * @param stage the status
     * @param dueInDays due within so many days from today; overdue ones, too
     * @param system a system that has not done its part yet
     * @param assignee an account's ID, or {@code nobody}
     * @param alert at this level or above it
     */
    @GET
    public Uni<RestResponse<List<QueueEntryView>>> queue(
            @QueryParam("right") @Nullable Right right,
            @QueryParam("place") @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?") @Nullable String place,
            @QueryParam("stage") @Nullable Status stage,
            @QueryParam("dueBefore") @Nullable String dueBefore,
            @QueryParam("dueInDays") @Min(-1000) @Max(1000) @Nullable Integer dueInDays,
            @QueryParam("system") @Pattern(regexp = "[a-z][a-z0-9-]{0,62}") @Nullable String system,
            @QueryParam("assignee") @Pattern(regexp = Assignment.ACCOUNT) @Nullable String assignee,
            @QueryParam("alert") @Nullable Level alert,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Cursors.LARGEST_PAGE) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Instant now = clock.instant();
        QueueFilter filter =
                new QueueFilter(right, place, stage, dueBefore(dueBefore, dueInDays, now), system, assignee, alert);
        String list = "queue " + filter.query();
        QueuePosition after =
                cursors.read(list, cursor).map(QueuePosition::parse).orElse(null);
        return Panache.withSession(() -> queue.page(filter, after, limit + 1))
                .map(found -> Page.of(
                        found,
                        limit,
                        entry -> QueueEntryView.from(entry, now),
                        last -> filter.query() + "limit=" + limit + "&cursor="
                                + cursors.write(list, last.position().toString())))
                .map(QueueResource::answer);
    }

    private static RestResponse<List<QueueEntryView>> answer(Page<QueueEntryView> page) {
        ResponseBuilder<List<QueueEntryView>> answer =
                ResponseBuilder.ok(page.items()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        page.link().ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }

    // A page's link names the day itself: "in three days" would be another day after midnight.
    private static @Nullable LocalDate dueBefore(@Nullable String day, @Nullable Integer inDays, Instant now) {
        if (day != null && inDays != null) {
            throw invalid("dueInDays", "leave it out, or dueBefore: both say the same");
        }
        if (inDays != null) {
            return now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(inDays + 1L);
        }
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw invalid("dueBefore", "must be a day such as 2026-12-31");
        }
    }

    private static ProblemException invalid(String parameter, String detail) {
        return new ProblemException(
                ProblemType.INVALID,
                "Correct the named parameter and ask again.",
                new Problem.Fault(parameter, detail));
    }
}
