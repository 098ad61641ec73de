package org.privacypromise.preferences.unsubscribe;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;

/**
 * The unsubscribe link (RFC 8058). Mail scanners fetch links, so only a POST that says so opts out; GET shows a page with
 * one button that sends that POST. It never redirects, needs no cookie and no log-in.
 */
@Path("/u/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class UnsubscribeResource {

    static final ProblemType NOT_ONE_CLICK =
            new ProblemType("not-one-click", 400, "This is not a one-click unsubscribe request");

    private final UnsubscribeTokens tokens;
    private final Unsubscribe unsubscribe;
    private final MessageWording wording;

    UnsubscribeResource(UnsubscribeTokens tokens, Unsubscribe unsubscribe, MessageWording wording) {
        this.tokens = tokens;
        this.unsubscribe = unsubscribe;
        this.wording = wording;
    }

    /** Shows what the link would do; changes nothing. */
    @GET
    public Uni<Response> confirm(@PathParam("token") String text) {
        return tokens.read(text)
                .map(token -> page(200, UnsubscribePage.unsubscribeConfirm(wording.of(token))))
                .orElseGet(UnsubscribeResource::unknown);
    }

    /** Opts out, at once. A repetition is as good as the first time. */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Cancellable(false)
    public Uni<Response> unsubscribe(
            @PathParam("token") String text, @RestForm(UnsubscribeLink.ONE_CLICK_FIELD) @Nullable String oneClick) {
        UnsubscribeToken token = tokens.read(text).orElse(null);
        if (token == null) {
            return unknown();
        }
        if (!UnsubscribeLink.ONE_CLICK_VALUE.equals(oneClick)) {
            throw new ProblemException(
                    NOT_ONE_CLICK, "Send the form field List-Unsubscribe with the value One-Click (RFC 8058).");
        }
        return unsubscribe.by(token).chain(() -> page(200, UnsubscribePage.unsubscribeDone(wording.of(token))));
    }

    private static Uni<Response> unknown() {
        return page(404, UnsubscribePage.unsubscribeUnknown());
    }

    private static Uni<Response> page(int status, TemplateInstance page) {
        return page.createUni()
                .map(html -> Response.status(status)
                        .entity(html)
                        .header("Cache-Control", "no-store")
                        .header("X-Robots-Tag", "noindex")
                        .header(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                        .build());
    }
}
