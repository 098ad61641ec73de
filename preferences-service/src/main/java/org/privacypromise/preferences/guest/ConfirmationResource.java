package org.privacypromise.preferences.guest;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.frame.ReaderLanguage;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.guest.token.ConfirmationToken;
import org.privacypromise.preferences.purpose.ChoiceWording;
import org.privacypromise.preferences.purpose.ChoiceWording.Names;

/**
 * The link by which somebody confirms from their mailbox what they asked for. Mail scanners fetch links, so only a POST
 * that says so confirms; GET shows a page with one button that sends that POST. It needs no cookie and no log-in, and
 * shows nothing about anybody but what was asked for.
 */
@Path("/c/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ConfirmationResource {

    static final ProblemType NOT_CONFIRMED = new ProblemType("not-confirmed", 400, "This does not confirm anything");
    private static final String FIELD = "Confirm";
    private static final String VALUE = "Yes";

    private final ConfirmationLinks links;
    private final ConfirmOptIn confirmOptIn;
    private final ChoiceWording wording;

    ConfirmationResource(ConfirmationLinks links, ConfirmOptIn confirmOptIn, ChoiceWording wording) {
        this.links = links;
        this.confirmOptIn = confirmOptIn;
        this.wording = wording;
    }

    /** Shows what the link would confirm; changes nothing. */
    @GET
    public Uni<Response> ask(
            @PathParam("token") String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        String language = ReaderLanguage.choose(acceptLanguage, ReaderLanguage.OF_PAGES);
        ConfirmationToken token = links.read(text).orElse(null);
        return token == null
                ? page(404, language, ConfirmationPage.unknown(language))
                : confirmOptIn
                        .askedFor(token)
                        .chain(cells -> cells.isEmpty()
                                ? page(410, language, ConfirmationPage.over(language))
                                : page(200, language, ConfirmationPage.ask(language, names(cells, language))));
    }

    /** Confirms. A repetition is as good as the first time, and does not undo what was decided since. */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Cancellable(false)
    public Uni<Response> confirm(
            @PathParam("token") String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @RestForm(FIELD) @Nullable String answer) {
        String language = ReaderLanguage.choose(acceptLanguage, ReaderLanguage.OF_PAGES);
        ConfirmationToken token = links.read(text).orElse(null);
        if (token == null) {
            return page(404, language, ConfirmationPage.unknown(language));
        }
        if (!VALUE.equals(answer)) {
            throw new ProblemException(NOT_CONFIRMED, "Send the form field Confirm with the value Yes.");
        }
        return confirmOptIn
                .confirm(token)
                .chain(cells -> cells.isEmpty()
                        ? page(410, language, ConfirmationPage.over(language))
                        : page(200, language, ConfirmationPage.done(language, names(cells, language))));
    }

    private List<Names> names(List<Cell> cells, String language) {
        return cells.stream()
                .map(cell -> wording.of(cell.purpose(), cell.channel(), cell.brand(), language))
                .toList();
    }

    private static Uni<Response> page(int status, String language, TemplateInstance page) {
        return page.createUni()
                .map(html -> Response.status(status)
                        .entity(html)
                        .header(HttpHeaders.CONTENT_LANGUAGE, language)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Robots-Tag", "noindex")
                        .header(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                        .build());
    }
}
