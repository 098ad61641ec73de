package org.privacypromise.preferences.purpose;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.frame.ReaderLanguage;
import org.privacypromise.preferences.purpose.notice.Notice;
import org.privacypromise.preferences.purpose.notice.NoticeDiff;
import org.privacypromise.register.Language;

/**
 * The privacy notice: what is done with customers' data and why. Anybody may read it, today's and every earlier one, in
 * the {@code language} asked for, else in the first of the reader's languages (Accept-Language) that it has.
 */
@Path("/notice")
@PermitAll
public class NoticeResource {

    private static final String TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";
    private static final String FIVE_MINUTES = "public, max-age=300";

    private final NoticeHistory history;
    private final NoticeVersionRepository versions;

    NoticeResource(NoticeHistory history, NoticeVersionRepository versions) {
        this.history = history;
        this.versions = versions;
    }

    /** The notice of today. */
    @GET
    public RestResponse<NoticeView> notice(
            @QueryParam("language") @Pattern(regexp = TAG) @Nullable String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return page(history.today(), language, accepted);
    }

    /** Every version that has been in use, the newest first. */
    @GET
    @Path("/versions")
    @WithSession
    public Uni<RestResponse<List<NoticeVersionView>>> versions() {
        return versions.versions()
                .map(all -> RestResponse.ResponseBuilder.ok(all.stream()
                                .map(one -> new NoticeVersionView(
                                        one.version(),
                                        one.since(),
                                        one.version().equals(history.today().version())))
                                .toList())
                        .header(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES)
                        .build());
    }

    /** The notice as it was worded in that version. */
    @GET
    @Path("/versions/{version}")
    @WithSession
    public Uni<RestResponse<NoticeView>> version(
            @PathParam("version") @Size(max = 64) String version,
            @QueryParam("language") @Pattern(regexp = TAG) @Nullable String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return find(version).map(notice -> page(notice, language, accepted));
    }

    /** What {@code to}, or the notice of today, says otherwise than {@code from}. */
    @GET
    @Path("/diff")
    @WithSession
    public Uni<RestResponse<NoticeDiff>> diff(
            @QueryParam("from") @NotBlank @Size(max = 64) String from,
            @QueryParam("to") @Size(max = 64) @Nullable String to,
            @QueryParam("language") @Pattern(regexp = TAG) @Nullable String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return find(from)
                .chain(before -> (to == null ? Uni.createFrom().item(history.today()) : find(to)).map(after -> {
                    String readers = languageOf(after, language, accepted);
                    return answer(NoticeDiff.between(before, after, readers), readers);
                }));
    }

    private Uni<Notice> find(String version) {
        return versions.find(version)
                .map(found -> found.map(NoticeVersionRepository.Stored::notice)
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.NOT_FOUND, "GET /notice/versions lists the versions there have been.")));
    }

    private static RestResponse<NoticeView> page(Notice notice, @Nullable String language, @Nullable String accepted) {
        String readers = languageOf(notice, language, accepted);
        return answer(NoticeView.from(notice, readers), readers);
    }

    private static String languageOf(Notice notice, @Nullable String asked, @Nullable String accepted) {
        return ReaderLanguage.choose(
                asked == null ? accepted : asked,
                notice.languages().stream().map(Language::tag).toList());
    }

    private static <T> RestResponse<T> answer(T body, String language) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES)
                .build();
    }
}
