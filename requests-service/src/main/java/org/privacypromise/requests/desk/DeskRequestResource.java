package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.history.StatedPurpose;
import org.privacypromise.requests.security.Staff;

/** One person's request, for whoever says what for; that is noted, and the customer can see it. */
@Path("/desk/requests/{id}")
@Cancellable(false)
class DeskRequestResource {

    private final OpenFile files;
    private final ShowHistory history;
    private final DeskNotes notes;
    private final DeskAnswerResource answers;

    DeskRequestResource(OpenFile files, ShowHistory history, DeskNotes notes, DeskAnswerResource answers) {
        this.files = files;
        this.history = history;
        this.notes = notes;
        this.answers = answers;
    }

    /** With the version, as {@code ETag}, that whoever changes something has to name. */
    @GET
    @RolesAllowed({Staff.TEAM, Staff.LEAD})
    public Uni<RestResponse<DeskRequestView>> one(
            @PathParam("id") UUID id, @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose) {
        return answers.visit(id, purpose).chain(visit -> files.look(visit, Deed.READ, answers::of));
    }

    /** Where it stands and nothing more, for whoever has the person on the telephone. */
    @GET
    @Path("/status")
    @RolesAllowed({Staff.CARE, Staff.TEAM, Staff.LEAD})
    public Uni<RestResponse<RequestStatusView>> status(
            @PathParam("id") UUID id, @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose) {
        return answers.visit(id, purpose)
                .chain(visit -> files.look(
                        visit, Deed.READ_STATUS, file -> Uni.createFrom().item(RequestStatusView.from(file.request()))))
                .map(DeskRequestResource::answer);
    }

    /** All that happened to it, and who looked: the first thing first. */
    @GET
    @Path("/history")
    @RolesAllowed({Staff.TEAM, Staff.LEAD, Staff.AUDITOR})
    public Uni<RestResponse<List<HistoryEntryView>>> history(
            @PathParam("id") UUID id, @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose) {
        return answers.visit(id, purpose).chain(history::of).map(DeskRequestResource::answer);
    }

    /** The notes of the staff, the first one first. */
    @GET
    @Path("/notes")
    @RolesAllowed({Staff.TEAM, Staff.LEAD})
    public Uni<RestResponse<List<NoteView>>> notes(
            @PathParam("id") UUID id, @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose) {
        return answers.visit(id, purpose).chain(notes::read).map(DeskRequestResource::answer);
    }

    private static <T> RestResponse<T> answer(T body) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
