package org.privacypromise.identity.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * For anybody, signed in or not. No answer says whether a contact point is known; a verification's ID is the caller's own
 * secret, and without the code it opens nothing.
 */
@Path("/verifications")
@PermitAll
@Cancellable(false)
class VerificationResource {

    private final StartVerification start;
    private final ResendCode resend;
    private final AnswerVerification answer;

    VerificationResource(StartVerification start, ResendCode resend, AnswerVerification answer) {
        this.start = start;
        this.resend = resend;
        this.answer = answer;
    }

    @POST
    @ResponseStatus(202)
    public Uni<StartedView> start(@NotNull @Valid NewVerification verification, @Context HttpServerRequest request) {
        return start.start(verification, addressOf(request));
    }

    /** Another code; the one before it is dead, and wrong answers still count. */
    @POST
    @Path("/{id}/resend")
    @ResponseStatus(202)
    public Uni<StartedView> resend(UUID id, @Context HttpServerRequest request) {
        return resend.resend(id, addressOf(request));
    }

    @POST
    @Path("/{id}/answer")
    public Uni<AnsweredView> answer(UUID id, @NotNull @Valid Answer typed) {
        return answer.answer(id, typed.code()).map(receipt -> new AnsweredView(true, receipt));
    }

    /** @param code as it was typed, with or without spaces */
    record Answer(@NotNull @Size(max = 40) String code) {}

    /** @param receipt the signed proof, a compact JWS; {@code GET /receipts/keys} has the keys to check it */
    record AnsweredView(boolean verified, String receipt) {}

    // What a proxy says of the caller is believed only where quarkus.http.proxy.* says so.
    private static String addressOf(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? ""
                : String.valueOf(request.remoteAddress().hostAddress());
    }
}
