package org.privacypromise.preferences.purpose;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.privacypromise.register.Language;
import org.privacypromise.register.PurposeRegister;

/** The privacy notice: what is done with customers' data and why. Anybody may read it. */
@Path("/notice")
@PermitAll
public class NoticeResource {

    private final PurposeRegister register;

    NoticeResource(PurposeRegister register) {
        this.register = register;
    }

    /** In the first of the reader's languages (Accept-Language) that the register has, else in its default. */
    @GET
    public RestResponse<NoticeView> notice(@Context HttpHeaders headers) {
        return RestResponse.ResponseBuilder.ok(NoticeView.from(register, language(headers.getAcceptableLanguages())))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
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
