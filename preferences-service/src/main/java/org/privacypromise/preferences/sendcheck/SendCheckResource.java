package org.privacypromise.preferences.sendcheck;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.ndjson.AnswerLines;
import org.privacypromise.preferences.ndjson.UnreadableLineException;
import org.privacypromise.preferences.sendcheck.verdict.Because;
import org.privacypromise.preferences.sendcheck.verdict.Verdict;
import org.privacypromise.register.PurposeRegister;

/** What senders ask right before they send. Any answer but a clear yes means: do not send. */
@Path("/")
@RolesAllowed("system")
public class SendCheckResource {

    private static final String NDJSON = "application/x-ndjson";

    private final CheckSends checks;
    private final CheckLines lines;
    private final AnswerLines stream;
    private final PurposeRegister register;

    SendCheckResource(CheckSends checks, CheckLines lines, AnswerLines stream, PurposeRegister register) {
        this.checks = checks;
        this.lines = lines;
        this.stream = stream;
        this.register = register;
    }

    /**
     * May this be sent, to this customer or to this contact point, now?
     *
     * @param product of what the message tells, where somebody has to have asked for it ({@code back-in-stock}): then only
     *     if they asked for this one
     */
    @GET
    @Path("send-check")
    public Uni<RestResponse<SendCheckView>> check(
            @QueryParam("customerId") @Nullable String customerId,
            @QueryParam("contactRef") @Nullable String contactRef,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("brand") @Nullable String brand,
            @QueryParam("product") @Nullable String product) {
        Question question = question(customerId, contactRef, purpose, channel, brand, product);
        return checks.check(question)
                .map(verdict -> ResponseBuilder.ok(view(question, verdict))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /**
     * The same for as many as there are: a question in each line, and its answer in each line of the answer, in the same
     * order. Read while you write.
     */
    @POST
    @Path("send-checks")
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @NonBlocking
    @RequestBody(
            description = "in each line the question of one GET /send-check, as a JSON object of texts",
            required = true,
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    public Multi<byte[]> check(@Context HttpServerRequest request) {
        return RestMulti.fromMultiData(stream.of(request, lines))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Question question(
            @Nullable String customerId,
            @Nullable String contactRef,
            @Nullable String purpose,
            @Nullable String channel,
            @Nullable String brand,
            @Nullable String product) {
        try {
            return QuestionReader.question(customerId, contactRef, purpose, channel, brand, product);
        } catch (UnreadableLineException e) {
            throw new ProblemException(ProblemType.INVALID, e.remedy());
        }
    }

    private SendCheckView view(Question question, Verdict verdict) {
        if (verdict.because() == Because.NO_SUCH_CHOICE) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "This purpose does not use this channel for this brand: GET /notice names all.");
        }
        boolean fixed = verdict.because() == Because.SERVICE_MESSAGE || verdict.because() == Because.ASKED_FOR;
        return SendCheckView.from(
                verdict, fixed ? serviceMessage(question.cell().purpose()) : null);
    }

    private @Nullable String serviceMessage(String purpose) {
        return register.purpose(purpose)
                .map(found -> found.reach().serviceMessage())
                .map(text -> text.in(register.defaultLanguage().tag()).text())
                .orElse(null);
    }
}
