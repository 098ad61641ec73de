package org.privacypromise.preferences.choice;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ReaderLanguage;
import org.privacypromise.frame.SignedInCustomer;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.idempotency.CallingClient;
import org.privacypromise.preferences.idempotency.IdempotencyKey;

/** Everything at once: the signed-in customer wants nothing any more, or what there was before. */
@Path("/preferences/everything")
@RolesAllowed("customer")
public class EverythingResource {

    private final SignedInCustomer customer;
    private final CallingClient client;
    private final SwitchEverything everything;
    private final AnswerPreferences answering;
    private final ChoicePolicy policy;
    private final Clock clock;

    EverythingResource(
            SignedInCustomer customer,
            CallingClient client,
            SwitchEverything everything,
            AnswerPreferences answering,
            ChoicePolicy policy,
            Clock clock) {
        this.customer = customer;
        this.client = client;
        this.everything = everything;
        this.answering = answering;
        this.policy = policy;
        this.clock = clock;
    }

    /** Switches off everything that can be, and remembers what was before. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @APIResponseSchema(PreferencesView.class)
    public Uni<Response> everythingOff(
            @HeaderParam(PreferencesResource.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted,
            @NotNull @Valid EverythingSwitch wanted) {
        String notice = wanted.noticeVersion() == null ? policy.noticeOfToday() : wanted.noticeVersion();
        Evidence evidence = new Evidence(Source.CUSTOMER, customer.id(), notice, wanted.language(), clock.instant());
        return answering
                .once(
                        IdempotencyKey.read(idempotencyKey),
                        client.name(),
                        key(),
                        List.of("everything-off", wanted),
                        () -> everything
                                .off(key(), evidence)
                                .chain(changed -> answering.afterChange(changed, language(accepted))))
                .map(PreferencesResource::response);
    }

    /** Brings back what was before everything was switched off, but for what has been decided on since. */
    @DELETE
    @Cancellable(false)
    @APIResponseSchema(UndoneView.class)
    public Uni<Response> undo(
            @HeaderParam(PreferencesResource.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return answering
                .once(
                        IdempotencyKey.read(idempotencyKey),
                        client.name(),
                        key(),
                        List.of("everything-undone"),
                        () -> everything
                                .undo(key(), customer.id())
                                .chain(undone -> answering.afterUndoing(undone, language(accepted))))
                .map(PreferencesResource::response);
    }

    private String key() {
        return "c:" + customer.id();
    }

    private String language(@Nullable String accepted) {
        return ReaderLanguage.choose(accepted, policy.languages());
    }
}
