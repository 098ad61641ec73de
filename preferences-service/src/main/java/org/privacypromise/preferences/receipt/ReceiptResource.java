package org.privacypromise.preferences.receipt;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.frame.SignedInCustomer;
import org.privacypromise.preferences.receipt.ReceiptsView.ReceiptView;
import org.privacypromise.register.Language;
import org.privacypromise.register.PurposeRegister;

/** The signed-in customer's own consent receipts: one for each change of their choices. */
@Path("/preferences/receipts")
@RolesAllowed("customer")
public class ReceiptResource {

    private final SignedInCustomer customer;
    private final ReadReceipts receipts;
    private final PurposeRegister register;

    ReceiptResource(SignedInCustomer customer, ReadReceipts receipts, PurposeRegister register) {
        this.customer = customer;
        this.receipts = receipts;
        this.register = register;
    }

    /** Which receipts there are, the newest first. */
    @GET
    public Uni<RestResponse<ReceiptsView>> list(
            @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) @Min(1) long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return receipts.before(key(), before, limit).map(view -> {
            ResponseBuilder<ReceiptsView> answer =
                    ResponseBuilder.ok(view).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            List<ReceiptView> found = view.receipts();
            return found.size() < limit
                    ? answer.build()
                    : answer.links(next(found.getLast(), limit)).build();
        });
    }

    /** The receipt for the change that made this version, with the register's texts in the reader's language. */
    @GET
    @Path("{version}")
    @Produces("application/ld+json")
    public Uni<RestResponse<Map<String, Object>>> receipt(
            @PathParam("version") long version, @Context HttpHeaders headers) {
        return receipts.ofVersion(key(), version, language(headers.getAcceptableLanguages()))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "No change of yours made this version: GET /preferences/receipts lists them."))
                .map(receipt -> ResponseBuilder.ok(receipt)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .build());
    }

    private String key() {
        return "c:" + customer.id();
    }

    private static Link next(ReceiptView last, int limit) {
        return Link.fromUriBuilder(UriBuilder.fromPath("/preferences/receipts")
                        .queryParam("before", last.version())
                        .queryParam("limit", limit))
                .rel("next")
                .build();
    }

    private String language(List<Locale> wanted) {
        List<String> offered = register.languages().stream().map(Language::tag).toList();
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(offered::contains)
                .findFirst()
                .orElseGet(() -> register.defaultLanguage().tag());
    }
}
