package org.privacypromise.fraudcheck.assessment;

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
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;

/**
 * Screening. Only services get an answer that depends on what is sent: whoever could try things out here would find the
 * way around the rules.
 */
@Path("/screenings")
public class ScreeningResource {

    private final Screen screen;
    private final ScreeningRepository screenings;
    private final Cursors cursors;

    ScreeningResource(Screen screen, ScreeningRepository screenings, Cursors cursors) {
        this.screen = screen;
        this.screenings = screenings;
        this.cursors = cursors;
    }

    /** One verdict per ID: asked again, it is the same one, or what a person has made of it. */
    @POST
    @RolesAllowed("service")
    @Cancellable(false)
    public Uni<VerdictView> screen(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @NotNull @Valid NewScreening screening) {
        return screen.screen(screening).map(judged -> VerdictView.from(judged, Languages.wanted(language)));
    }

    /** The newest first. */
    @GET
    @RolesAllowed("fraud-analyst")
    public Uni<RestResponse<List<ScreeningView>>> list(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @QueryParam("verdict") @Nullable Verdict verdict,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        String list = "screenings " + verdict;
        Position before = cursors.read(list, cursor, Position.afterAll());
        return Panache.withSession(() -> screenings.newest(verdict, before, limit + 1))
                .map(found -> page(found, limit, language, last -> {
                    String next = "cursor=" + cursors.write(list, last) + "&limit=" + limit;
                    return verdict == null ? next : next + "&verdict=" + verdict;
                }));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("fraud-analyst")
    public Uni<ScreeningView> read(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language, String id) {
        return Panache.withSession(() -> screenings.findById(id))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ProblemType.NOT_FOUND, "Check the ID."))
                .map(found -> ScreeningView.from(found, Languages.wanted(language)));
    }

    /**
     * A page of a list.
     *
     * @param found one more than the page holds, if there are that many
     * @param next the query for the page after the one that ends at this position
     */
    public static RestResponse<List<ScreeningView>> page(
            List<Screening> found, int limit, @Nullable String language, Function<Position, String> next) {
        List<Screening> page = found.subList(0, Math.min(limit, found.size()));
        ResponseBuilder<List<ScreeningView>> answer = ResponseBuilder.ok(page.stream()
                .map(screening -> ScreeningView.from(screening, Languages.wanted(language)))
                .toList());
        if (found.size() > limit) {
            answer.header(HttpHeaders.LINK, "<?" + next.apply(Position.of(page.getLast())) + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
