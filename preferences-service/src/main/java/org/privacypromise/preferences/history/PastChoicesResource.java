package org.privacypromise.preferences.history;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.SignedInCustomer;

/** The signed-in customer's own choices, as they were. */
@Path("/preferences/at")
@RolesAllowed("customer")
public class PastChoicesResource {

    private final SignedInCustomer customer;
    private final ReadPastChoices reading;
    private final Clock clock;

    PastChoicesResource(SignedInCustomer customer, ReadPastChoices reading, Clock clock) {
        this.customer = customer;
        this.reading = reading;
        this.clock = clock;
    }

    /** At a moment such as {@code 2026-03-02T09:00:00Z}, or at the end of a day such as {@code 2026-03-02}. */
    @GET
    public Uni<RestResponse<PastChoicesView>> at(@QueryParam("time") @Nullable String time) {
        return reading.of("c:" + customer.id(), Moment.read(time, clock.instant()))
                .map(view -> ResponseBuilder.ok(view)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .build());
    }
}
