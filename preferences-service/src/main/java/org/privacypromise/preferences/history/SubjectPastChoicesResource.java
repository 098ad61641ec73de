package org.privacypromise.preferences.history;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.access.NoteAccess;

/** Anybody's past choices, for the privacy team: with a purpose that is noted, or not at all. */
@Path("/subjects/{key}/preferences/at")
@RolesAllowed("privacy-team")
public class SubjectPastChoicesResource {

    static final ProblemType PURPOSE_MISSING =
            new ProblemType("purpose-missing", 400, "Nobody looks at a customer's evidence without saying what for");

    private final ReadPastChoices reading;
    private final NoteAccess access;
    private final Clock clock;

    SubjectPastChoicesResource(ReadPastChoices reading, NoteAccess access, Clock clock) {
        this.reading = reading;
        this.access = access;
        this.clock = clock;
    }

    /**
     * At a moment such as {@code 2026-03-02T09:00:00Z}, or at the end of a day such as {@code 2026-03-02}. Of an erased
     * subject the ledger still tells.
     *
     * @param key {@code c:} and a customer ID, or {@code p:} and a contact reference
     * @param purpose what for, in a few words; it is kept in the access log
     */
    @GET
    public Uni<RestResponse<PastChoicesView>> at(
            @PathParam("key") @Pattern(regexp = "[cp]:[A-Za-z0-9._~-]{1,128}") String key,
            @QueryParam("time") @Nullable String time,
            @HeaderParam("X-Purpose") @Nullable String purpose) {
        Moment moment = Moment.read(time, clock.instant());
        return access.note("past-choices", key, stated(purpose))
                .chain(() -> reading.of(key, moment))
                .map(view -> ResponseBuilder.ok(view)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static String stated(@Nullable String purpose) {
        String text = purpose == null ? "" : purpose.strip();
        if (text.length() < 3 || text.length() > 200) {
            throw new ProblemException(
                    PURPOSE_MISSING, "Say what for in the header X-Purpose, in 3 to 200 characters: it is noted.");
        }
        return text;
    }
}
