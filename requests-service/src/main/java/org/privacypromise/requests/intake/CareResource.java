package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.security.Caller;
import org.privacypromise.requests.security.StatedPurpose;

/** For customer care, who take in what somebody asks on the telephone or by letter. */
@Path("/desk/requests")
@Cancellable(false)
class CareResource {

    private final SubmitRequest submit;
    private final ShowRequest show;
    private final Caller caller;

    CareResource(SubmitRequest submit, ShowRequest show, Caller caller) {
        this.submit = submit;
        this.show = show;
        this.caller = caller;
    }

    /**
     * 201 for a new request, 200 if all that is asked for is open already. Who took it in, what for and how the person was
     * identified is noted in its history.
     */
    @POST
    @RolesAllowed("customer-care")
    public Uni<RestResponse<RequestView>> submit(
            @NotNull @Valid CareRequest taken, @HeaderParam(StatedPurpose.HEADER) @Nullable String purpose) {
        StatedPurpose stated = StatedPurpose.of(purpose);
        return caller.staff()
                .chain(staff -> submit.submit(taken.submission(
                        new Decision(staff.account(), PersonalText.of(stated.words() + "; " + taken.identifiedInWords())))))
                .chain(submitted -> show.submitted(submitted)
                        .map(view -> ResponseBuilder.<RequestView>create(submitted.fresh() ? Status.CREATED : Status.OK)
                                .entity(view)
                                .header("Cache-Control", "no-store")
                                .build()));
    }
}
