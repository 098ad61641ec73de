package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.history.StatedPurpose;
import org.privacypromise.requests.security.Staff;

/** What becomes of a request: one proposes it, and where it takes a second person, another one who leads decides. */
@Path("/desk/requests/{id}/proposals")
@Cancellable(false)
class DecisionResource {

    private final ShowProposals showing;
    private final ProposeDecision proposing;
    private final DecideProposal deciding;
    private final DeskAnswerResource answers;

    DecisionResource(
            ShowProposals showing, ProposeDecision proposing, DecideProposal deciding, DeskAnswerResource answers) {
        this.showing = showing;
        this.proposing = proposing;
        this.deciding = deciding;
        this.answers = answers;
    }

    /** What was proposed, and what became of it, the first one first. */
    @GET
    @RolesAllowed({Staff.TEAM, Staff.LEAD})
    public Uni<RestResponse<List<ProposalView>>> all(
            @PathParam("id") UUID id, @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose) {
        return answers.visit(id, purpose)
                .chain(showing::of)
                .map(all -> ResponseBuilder.ok(all)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /** Proposes to grant or refuse it; a grant for which policy asks nobody else is done at once. */
    @POST
    @RolesAllowed({Staff.TEAM, Staff.LEAD})
    public Uni<RestResponse<DeskRequestView>> propose(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid NewProposal wish) {
        return answers.after(id, purpose, version, visit -> proposing.propose(visit, wish));
    }

    /** Does what was proposed, and tells the person. */
    @POST
    @Path("/{proposal}/approval")
    @RolesAllowed(Staff.LEAD)
    public Uni<RestResponse<DeskRequestView>> approve(
            @PathParam("id") UUID id,
            @PathParam("proposal") UUID proposal,
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        return answers.after(id, purpose, version, visit -> deciding.approve(visit, proposal));
    }

    /** The request goes on as if nothing had been proposed. */
    @POST
    @Path("/{proposal}/turning-down")
    @RolesAllowed(Staff.LEAD)
    public Uni<RestResponse<DeskRequestView>> turnDown(
            @PathParam("id") UUID id,
            @PathParam("proposal") UUID proposal,
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        return answers.after(id, purpose, version, visit -> deciding.turnDown(visit, proposal));
    }
}
