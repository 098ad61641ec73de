package org.privacypromise.fraudcheck.review;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.fraudcheck.assessment.Cursors;
import org.privacypromise.fraudcheck.assessment.Languages;
import org.privacypromise.fraudcheck.assessment.Position;
import org.privacypromise.fraudcheck.assessment.ScreeningRepository;
import org.privacypromise.fraudcheck.assessment.ScreeningResource;
import org.privacypromise.fraudcheck.assessment.ScreeningView;

/** Requests that rules spoke against: no machine refuses one. */
@Path("/reviews")
@RolesAllowed("fraud-analyst")
public class ReviewResource {

    private static final String LIST = "reviews";

    private final DecideReview decide;
    private final ScreeningRepository screenings;
    private final Cursors cursors;
    private final Analyst analyst;

    ReviewResource(DecideReview decide, ScreeningRepository screenings, Cursors cursors, Analyst analyst) {
        this.decide = decide;
        this.screenings = screenings;
        this.cursors = cursors;
        this.analyst = analyst;
    }

    /** What waits for a person, the oldest first: its statutory clock is running. */
    @GET
    public Uni<RestResponse<List<ScreeningView>>> open(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Position after = cursors.read(LIST, cursor, Position.beforeAll());
        return Panache.withSession(() -> screenings.open(after, limit + 1))
                .map(found -> ScreeningResource.page(
                        found, limit, language, last -> "cursor=" + cursors.write(LIST, last) + "&limit=" + limit));
    }

    /** Decides, once; requests-service is told at once. */
    @POST
    @Path("/{screeningId}/decision")
    @Cancellable(false)
    public Uni<ScreeningView> decide(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            String screeningId,
            @NotNull @Valid NewDecision decision) {
        return decide.decide(screeningId, decision, analyst.account())
                .map(decided -> ScreeningView.from(decided, Languages.wanted(language)));
    }
}
