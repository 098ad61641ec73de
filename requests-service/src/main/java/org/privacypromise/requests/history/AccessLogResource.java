package org.privacypromise.requests.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.paging.Cursors;
import org.privacypromise.requests.paging.Page;
import org.privacypromise.requests.security.Caller;

/** For customers who wonder who looks at what they have asked. */
@Path("/access-log")
@RolesAllowed("customer")
class AccessLogResource {

    private final RequestAccessRepository accesses;
    private final Caller caller;
    private final Cursors cursors;

    AccessLogResource(RequestAccessRepository accesses, Caller caller, Cursors cursors) {
        this.accesses = accesses;
        this.caller = caller;
        this.cursors = cursors;
    }

    /** Every look at their requests and all that was done to them, the newest first. */
    @GET
    public Uni<RestResponse<List<AccessLogView>>> mine(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Cursors.LARGEST_PAGE) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return caller.customer().chain(customer -> {
            String list = "access-log " + customer;
            long before = cursors.read(list, cursor).map(Long::valueOf).orElse(Long.MAX_VALUE);
            return Panache.withSession(() -> accesses.ofCustomer(customer, before, limit + 1))
                    .map(lines -> Page.of(
                            lines,
                            limit,
                            AccessLogView::from,
                            last -> "limit=" + limit + "&cursor=" + cursors.write(list, String.valueOf(last.id()))))
                    .map(AccessLogResource::answer);
        });
    }

    private static RestResponse<List<AccessLogView>> answer(Page<AccessLogView> page) {
        ResponseBuilder<List<AccessLogView>> answer =
                ResponseBuilder.ok(page.items()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        page.link().ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }
}
