package org.privacypromise.preferences.leak;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.access.NoteAccess;

/** Messages that were sent in spite of a no, for the privacy team. Who looks is noted. */
@Path("/incidents")
@RolesAllowed("privacy-team")
public class IncidentResource {

    private final IncidentRepository incidents;
    private final NoteAccess access;
    private final SecurityIdentity identity;
    private final Clock clock;

    IncidentResource(IncidentRepository incidents, NoteAccess access, SecurityIdentity identity, Clock clock) {
        this.incidents = incidents;
        this.access = access;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param state {@code open}, {@code closed} or {@code all}
     * @param before goes on below this incident, as {@code Link} says
     * @param purpose what for, in a few words; it is kept in the access log
     */
    @GET
    public Uni<RestResponse<IncidentsView>> list(
            @QueryParam("state") @DefaultValue("all") @Pattern(regexp = "open|closed|all") String state,
            @QueryParam("system") @Pattern(regexp = "[a-z][a-z0-9-]{0,62}") @Nullable String system,
            @QueryParam("before") @Min(1) @Nullable Long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @HeaderParam("X-Purpose") @Size(max = 200) @Nullable String purpose) {
        Boolean open = state.equals("all") ? null : state.equals("open");
        return access.note("incidents", null, purpose)
                .chain(() -> Panache.withSession(() -> incidents.page(open, system, before, limit)))
                .map(page -> answer(page, state, system, limit));
    }

    private static RestResponse<IncidentsView> answer(
            List<Incident> page, String state, @Nullable String system, int limit) {
        ResponseBuilder<IncidentsView> answer =
                ResponseBuilder.ok(IncidentsView.of(page)).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (page.size() == limit) {
            UriBuilder next = UriBuilder.fromPath("/incidents")
                    .queryParam("state", state)
                    .queryParam("before", page.getLast().id)
                    .queryParam("limit", limit);
            answer.links(Link.fromUriBuilder(system == null ? next : next.queryParam("system", system))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }

    /** Says that an incident has been dealt with, and how; the first word stays. */
    @POST
    @Path("{id}/closing")
    @Cancellable(false)
    public Uni<RestResponse<Void>> close(@PathParam("id") long id, @NotNull @Valid Closing closing) {
        String account = Objects.requireNonNullElse(((JsonWebToken) identity.getPrincipal()).getSubject(), "unknown");
        return Panache.withTransaction(() -> incidents.close(id, clock.instant(), account, closing.reason()))
                .map(found -> {
                    if (!found) {
                        throw new ProblemException(ProblemType.NOT_FOUND, "GET /incidents lists the incidents.");
                    }
                    return RestResponse.noContent();
                });
    }

    /** @param reason what was done about it; name no person */
    public record Closing(@NotBlank @Size(max = 500) String reason) {}
}
