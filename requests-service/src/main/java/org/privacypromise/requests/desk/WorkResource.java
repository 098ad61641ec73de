package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.history.StatedPurpose;
import org.privacypromise.requests.security.Staff;

/**
 * What people do with a request. Each step takes a fresh sign-in, a purpose and the version that was read; it stands in the
 * history, and the answer is the request as it is then.
 */
@Path("/desk/requests/{id}")
@RolesAllowed({Staff.TEAM, Staff.LEAD})
@Cancellable(false)
class WorkResource {

    private final AssignRequest assigning;
    private final DeskNotes notes;
    private final MoveClock clock;
    private final DeskAnswerResource answers;

    WorkResource(AssignRequest assigning, DeskNotes notes, MoveClock clock, DeskAnswerResource answers) {
        this.assigning = assigning;
        this.notes = notes;
        this.clock = clock;
        this.answers = answers;
    }

    /** Says who looks after it. */
    @POST
    @Path("/assignment")
    public Uni<RestResponse<DeskRequestView>> assign(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid Assignment wish) {
        return answers.after(id, purpose, version, visit -> assigning.assign(visit, wish.assignee()));
    }

    /** Writes down something for colleagues. */
    @POST
    @Path("/notes")
    public Uni<RestResponse<DeskRequestView>> note(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid NewNote wish) {
        return answers.after(id, purpose, version, visit -> notes.write(visit, wish));
    }

    /** Asks the person which data or processing is meant, by mail; once. */
    @POST
    @Path("/clarification")
    public Uni<RestResponse<DeskRequestView>> askForClarification(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid Words question) {
        return answers.after(id, purpose, version, visit -> clock.askForClarification(visit, question));
    }

    /** Notes what the person has answered to that. */
    @POST
    @Path("/clarification/answer")
    public Uni<RestResponse<DeskRequestView>> takeClarification(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid Arrived answer) {
        return answers.after(id, purpose, version, visit -> clock.takeClarification(visit, answer));
    }

    /** Asks the person, by mail, to show that it is them, because of real doubts (Art. 12(6)); once. */
    @POST
    @Path("/identity")
    public Uni<RestResponse<DeskRequestView>> askForIdentity(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid Words question) {
        return answers.after(id, purpose, version, visit -> clock.askForIdentity(visit, question));
    }

    /** Notes that they have. */
    @POST
    @Path("/identity/answer")
    public Uni<RestResponse<DeskRequestView>> takeIdentity(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid Arrived answer) {
        return answers.after(id, purpose, version, visit -> clock.takeIdentity(visit, answer));
    }

    /** Takes the longer time of the law, and tells the person why, by mail; once, and only while that is in time. */
    @POST
    @Path("/extension")
    @RolesAllowed(Staff.LEAD)
    public Uni<RestResponse<DeskRequestView>> extend(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @NotNull @Valid Words reason) {
        return answers.after(id, purpose, version, visit -> clock.extend(visit, reason));
    }
}
