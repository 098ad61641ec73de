package org.privacypromise.preferences.unsubscribe;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.frame.ReaderLanguage;
import org.privacypromise.preferences.purpose.ChoiceWording;
import org.privacypromise.preferences.purpose.ChoiceWording.Names;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;

/**
 * The unsubscribe link (RFC 8058). Mail scanners fetch links, so only a POST that says so opts out; GET shows a page with
 * one button that sends that POST. It never redirects, needs no cookie and no log-in. Pages are in the language that the
 * browser asks for.
 */
@Path("/u/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class UnsubscribeResource {

    static final ProblemType NOT_ONE_CLICK =
            new ProblemType("not-one-click", 400, "This is not a one-click unsubscribe request");

    private final UnsubscribeTokens tokens;
    private final Unsubscribe unsubscribe;
    private final ChoiceWording wording;

    UnsubscribeResource(UnsubscribeTokens tokens, Unsubscribe unsubscribe, ChoiceWording wording) {
        this.tokens = tokens;
        this.unsubscribe = unsubscribe;
        this.wording = wording;
    }

    /** Shows what the link would do; changes nothing. */
    @GET
    public Uni<Response> confirm(
            @PathParam("token") String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        String language = ReaderLanguage.choose(acceptLanguage, ReaderLanguage.OF_PAGES);
        return tokens.read(text)
                .map(token -> page(200, language, UnsubscribePage.confirm(language, names(token, language))))
                .orElseGet(() -> unknown(language));
    }

    /** Opts out, at once. A repetition is as good as the first time. */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Cancellable(false)
    public Uni<Response> unsubscribe(
            @PathParam("token") String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @RestForm(UnsubscribeLink.ONE_CLICK_FIELD) @Nullable String oneClick) {
        String language = ReaderLanguage.choose(acceptLanguage, ReaderLanguage.OF_PAGES);
        UnsubscribeToken token = tokens.read(text).orElse(null);
        if (token == null) {
            return unknown(language);
        }
        // Some mail programs end it with a line break.
        if (oneClick == null || !oneClick.strip().equals(UnsubscribeLink.ONE_CLICK_VALUE)) {
            throw new ProblemException(
                    NOT_ONE_CLICK, "Send the form field List-Unsubscribe with the value One-Click (RFC 8058).");
        }
        return unsubscribe
                .by(token)
                .chain(() -> page(200, language, UnsubscribePage.done(language, names(token, language))));
    }

    private Names names(UnsubscribeToken token, String language) {
        return wording.of(token.purpose(), token.channel(), token.brand(), language);
    }

    private static Uni<Response> unknown(String language) {
        return page(404, language, UnsubscribePage.unknown(language));
    }

    private static Uni<Response> page(int status, String language, TemplateInstance page) {
        return page.createUni()
                .map(html -> Response.status(status)
                        .entity(html)
                        .header("Content-Language", language)
                        .header("Vary", "Accept-Language")
                        .header("Cache-Control", "no-store")
                        .header("X-Robots-Tag", "noindex")
                        .header(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                        .build());
    }
}
