package org.privacypromise.requests.clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The statutory clock, open to everybody: it knows nobody, and what it says can be checked. */
@Path("/deadlines")
@PermitAll
class DeadlineResource {

    private final DeriveDueDate derive;

    DeadlineResource(DeriveDueDate derive) {
        this.derive = derive;
    }

    /** The due date of a request that was received on this day, and how it is found. */
    @GET
    public DeadlineView derive(
            @RestQuery @Nullable String received,
            @RestQuery @Nullable String place,
            @RestQuery @Nullable String regime,
            @RestQuery @Nullable String right,
            @RestQuery @Nullable String identityReceived,
            @RestQuery @Nullable String clarificationAsked,
            @RestQuery @Nullable String clarificationReceived,
            @RestQuery @Nullable String extended) {
        DeadlineQuery query = new DeadlineQuery(
                received, place, regime, right, identityReceived, clarificationAsked, clarificationReceived, extended);
        return DeadlineView.from(derive.of(query.facts(derive)));
    }
}
