package org.privacypromise.preferences.choice;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.frame.ReaderLanguage;
import org.privacypromise.frame.SignedInCustomer;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.idempotency.Answer;
import org.privacypromise.preferences.idempotency.CallingClient;
import org.privacypromise.preferences.idempotency.IdempotencyKey;

/**
 * The signed-in customer's own choices; there is no address for anybody else's. A change may carry an
 * {@code Idempotency-Key}: for a day it is done once, and each repetition gets the first answer.
 */
@Path("/preferences")
@RolesAllowed("customer")
public class PreferencesResource {

    static final ProblemType CHANGED_MEANWHILE =
            new ProblemType("changed-meanwhile", 412, "The preferences are not the ones you have read");
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final SignedInCustomer customer;
    private final CallingClient client;
    private final ReadPreferences reading;
    private final ChangeChoices changing;
    private final AnswerPreferences answering;
    private final ChoicePolicy policy;
    private final Clock clock;

    PreferencesResource(
            SignedInCustomer customer,
            CallingClient client,
            ReadPreferences reading,
            ChangeChoices changing,
            AnswerPreferences answering,
            ChoicePolicy policy,
            Clock clock) {
        this.customer = customer;
        this.client = client;
        this.reading = reading;
        this.changing = changing;
        this.answering = answering;
        this.policy = policy;
        this.clock = clock;
    }

    /** The choices in force and how far the last change has come. */
    @GET
    public Uni<RestResponse<PreferencesView>> read(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return reading.of(key(), language(accepted))
                .map(view -> ResponseBuilder.ok(view)
                        .tag(new EntityTag(String.valueOf(view.version())))
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .build());
    }

    /**
     * Changes the named choices and leaves the others. The same twice is the same as once. With {@code If-Match} it is
     * done only if nobody has changed anything since the version was read.
     */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @APIResponseSchema(PreferencesView.class)
    public Uni<Response> change(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted,
            @NotNull @Valid ChoicesPatch patch) {
        List<Decision> decisions = patch.decisions();
        policy.check(decisions, patch.noticeVersion());
        Evidence evidence =
                new Evidence(Source.CUSTOMER, customer.id(), patch.noticeVersion(), patch.language(), clock.instant());
        return answering
                .once(
                        IdempotencyKey.read(idempotencyKey),
                        client.name(),
                        key(),
                        List.of("change", String.valueOf(ifMatch), patch),
                        () -> changing.change(
                                        key(), decisions, evidence, Map.of(), found -> requireMatch(ifMatch, found))
                                .chain(changed -> answering.afterChange(changed, language(accepted))))
                .map(PreferencesResource::response);
    }

    /** The customer has seen the conflict on this cell; what holds does not change. */
    @DELETE
    @Path("conflicts/{purpose}/{channel}/{brand}")
    @Cancellable(false)
    public Uni<Void> dismiss(
            @PathParam("purpose") @Size(max = 64) String purpose,
            @PathParam("channel") @Size(max = 64) String channel,
            @PathParam("brand") @Size(max = 64) String brand) {
        Cell cell = new Cell(purpose, channel, brand);
        return changing.remember(
                key(), memory -> memory.with(memory.contradictions().dismiss(cell)));
    }

    private String key() {
        return "c:" + customer.id();
    }

    private String language(@Nullable String accepted) {
        return ReaderLanguage.choose(accepted, policy.languages());
    }

    static Response response(Answer answer) {
        return Response.status(answer.status())
                .entity(answer.body())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .tag(new EntityTag(answer.etag()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static void requireMatch(@Nullable String ifMatch, @Nullable Preferences found) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return;
        }
        String current = "\"" + (found == null ? 0 : found.version()) + "\"";
        if (!List.of(ifMatch.split("\\s*,\\s*", -1)).contains(current)) {
            throw new ProblemException(
                    CHANGED_MEANWHILE, "Read them again (GET /preferences) and repeat the change if it still fits.");
        }
    }
}
