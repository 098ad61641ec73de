package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.intake.ShowRequest.Asker;
import org.privacypromise.requests.intake.Submission.Who;
import org.privacypromise.requests.intake.Submission.Who.Customer;
import org.privacypromise.requests.intake.Submission.Who.Reached;
import org.privacypromise.requests.intake.Submission.Who.Unproven;
import org.privacypromise.requests.lifecycle.step.Channel;
import org.privacypromise.requests.notice.NoticeLanguage;
import org.privacypromise.requests.security.Caller;

/** For whoever asks something of their data: a customer who is signed in, or a guest. */
@Path("/requests")
@Cancellable(false)
class RequestResource {

    private static final String TRACKING_KEY = "Tracking-Key";

    private final SubmitRequest submit;
    private final GoOnSignedIn goOnSignedIn;
    private final WithdrawRequest withdraw;
    private final ShowRequest show;
    private final GuestBudget guestBudget;
    private final Caller caller;

    RequestResource(
            SubmitRequest submit,
            GoOnSignedIn goOnSignedIn,
            WithdrawRequest withdraw,
            ShowRequest show,
            GuestBudget guestBudget,
            Caller caller) {
        this.submit = submit;
        this.goOnSignedIn = goOnSignedIn;
        this.withdraw = withdraw;
        this.show = show;
        this.guestBudget = guestBudget;
        this.caller = caller;
    }

    /**
     * 201 for a customer's new request, 200 if all that is asked for is open already; 202 for a guest's, as it goes on once
     * the guest is verified. The answer is the first right's request, and names the others.
     */
    @POST
    @PermitAll
    public Uni<RestResponse<RequestView>> submit(
            @NotNull @Valid NewRequest wish,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Context HttpServerRequest http) {
        return caller.customerWithStepUpIfSignedIn()
                .chain(customer -> customer.map(id -> asCustomer(id, wish, languages, http))
                        .orElseGet(() -> asGuest(wish, languages, http)));
    }

    private Uni<RestResponse<RequestView>> asCustomer(
            String customer, NewRequest wish, @Nullable String languages, HttpServerRequest http) {
        requireNone("/verificationId", wish.verificationId(), "leave it out: who is signed in needs no verification");
        requireNone("/contactPoint", wish.contactPoint(), "leave it out: it counts for all that we know of you");
        return submit.submit(Submission.online(
                        new Customer(customer, true),
                        wish,
                        Channel.SIGNED_IN,
                        NoticeLanguage.of(languages),
                        ipAddress(http)))
                .chain(submitted -> show.submitted(submitted)
                        .map(view -> answer(submitted.fresh() ? Status.CREATED : Status.OK, view)));
    }

    private Uni<RestResponse<RequestView>> asGuest(
            NewRequest wish, @Nullable String languages, HttpServerRequest http) {
        Who who = guest(wish);
        PersonalText ipAddress = ipAddress(http);
        guestBudget.spend(ipAddress);
        return submit.submit(Submission.online(who, wish, Channel.GUEST, NoticeLanguage.of(languages), ipAddress))
                .chain(show::submitted)
                .map(view -> answer(Status.ACCEPTED, view));
    }

    private static Who guest(NewRequest wish) {
        if (wish.verificationId() != null) {
            requireNone("/contactPoint", wish.contactPoint(), "leave it out: the verification says it");
            return new Unproven(wish.verificationId());
        }
        if (wish.contactPoint() != null) {
            return new Reached(wish.contactPoint().read());
        }
        throw new ProblemException(
                ProblemType.UNAUTHENTICATED,
                "Sign in; or begin a verification at identity-service (POST /verifications), and send its ID.");
    }

    private static void requireNone(String pointer, @Nullable Object value, String detail) {
        if (value != null) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Correct the named fields and send it again.",
                    new Problem.Fault(pointer, detail));
        }
    }

    /** The customer's own requests, the newest first. */
    @GET
    @RolesAllowed("customer")
    public Uni<RestResponse<List<RequestView>>> all() {
        return caller.customer().chain(show::allOf).map(views -> answer(Status.OK, views));
    }

    /** One's own request: a customer's by signing in, a guest's by its tracking key. */
    @GET
    @Path("/{id}")
    @PermitAll
    public Uni<RestResponse<RequestView>> one(
            @PathParam("id") String id, @HeaderParam(TRACKING_KEY) @Nullable String trackingKey) {
        return asker(trackingKey).chain(asker -> show.one(uuid(id), asker)).map(view -> answer(Status.OK, view));
    }

    /** Takes it back, as long as no system is at work on it. */
    @DELETE
    @Path("/{id}")
    @PermitAll
    public Uni<RestResponse<RequestView>> withdraw(
            @PathParam("id") String id, @HeaderParam(TRACKING_KEY) @Nullable String trackingKey) {
        return asker(trackingKey)
                .chain(asker -> withdraw.withdraw(uuid(id), asker))
                .chain(show::of)
                .map(view -> answer(Status.OK, view));
    }

    /** Makes a guest's request one's own, if the verified contact point is. */
    @POST
    @Path("/{id}/sign-in")
    @RolesAllowed("customer")
    public Uni<RestResponse<RequestView>> signIn(@PathParam("id") String id) {
        return caller.customerWithStepUp()
                .chain(customer -> goOnSignedIn.goOn(uuid(id), customer))
                .chain(show::of)
                .map(view -> answer(Status.OK, view));
    }

    private Uni<Asker> asker(@Nullable String trackingKey) {
        if (trackingKey != null) {
            return Uni.createFrom().item(new Asker.KeyHolder(trackingKey));
        }
        return caller.customer().map(Asker.Customer::new);
    }

    private static <T> RestResponse<T> answer(Status status, T body) {
        return ResponseBuilder.<T>create(status)
                .entity(body)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ShowRequest.notFound();
        }
    }

    private static @Nullable PersonalText ipAddress(HttpServerRequest http) {
        return http.remoteAddress() == null
                ? null
                : PersonalText.of(http.remoteAddress().hostAddress());
    }
}
