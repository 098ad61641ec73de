package org.privacypromise.preferences.guest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.ChoicePolicy;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.idempotency.Answer;
import org.privacypromise.preferences.idempotency.Call;
import org.privacypromise.preferences.idempotency.Call.Fingerprint;
import org.privacypromise.preferences.idempotency.CallingClient;
import org.privacypromise.preferences.idempotency.IdempotencyKey;
import org.privacypromise.preferences.idempotency.OncePerKey;

/** For the systems whose forms people fill in without signing in, such as a newsletter's or a competition's. */
@Path("/guest-preferences")
@RolesAllowed({"system", "checkout"})
public class GuestPreferencesResource {

    private final SignUpGuest signUpGuest;
    private final CallingClient client;
    private final ChoicePolicy policy;
    private final OncePerKey oncePerKey;
    private final ObjectMapper json;
    private final Clock clock;

    GuestPreferencesResource(
            SignUpGuest signUpGuest,
            CallingClient client,
            ChoicePolicy policy,
            OncePerKey oncePerKey,
            ObjectMapper json,
            Clock clock) {
        this.signUpGuest = signUpGuest;
        this.client = client;
        this.policy = policy;
        this.oncePerKey = oncePerKey;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes a no at once, and a yes where it needs no confirmation. Where it does, the answer has a link, to be sent to the
     * contact point: nothing is allowed before somebody has confirmed it there.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @APIResponseSchema(GuestPreferencesView.class)
    public Uni<Response> signUp(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid GuestPreferences filledIn) {
        List<Decision> decisions = filledIn.decisions();
        policy.check(decisions, filledIn.noticeVersion());
        Evidence evidence = new Evidence(
                Source.GUEST, filledIn.contactRef(), filledIn.noticeVersion(), filledIn.language(), clock.instant());
        SignUp signUp = new SignUp(filledIn.contactRef(), decisions, evidence, filledIn.form(), client.name());
        Supplier<Uni<Answer>> work = () -> signUpGuest.signUp(signUp).map(this::answer);
        return IdempotencyKey.read(idempotencyKey)
                .map(key -> oncePerKey.answer(
                        new Call(
                                client.name(),
                                "p:" + filledIn.contactRef(),
                                key,
                                Fingerprint.of("guest-preferences", write(filledIn))),
                        work))
                .orElseGet(work)
                .map(GuestPreferencesResource::response);
    }

    private Answer answer(GuestPreferencesView view) {
        return new Answer(200, "", write(view));
    }

    private String write(Object record) {
        try {
            return json.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written as JSON", e);
        }
    }

    private static Response response(Answer answer) {
        return Response.status(answer.status())
                .entity(answer.body())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
