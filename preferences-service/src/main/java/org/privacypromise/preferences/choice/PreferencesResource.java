package org.privacypromise.preferences.choice;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.frame.SignedInCustomer;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;

/** The signed-in customer's own choices; there is no address for anybody else's. */
@Path("/preferences")
@RolesAllowed("customer")
public class PreferencesResource {

    static final ProblemType CHANGED_MEANWHILE =
            new ProblemType("changed-meanwhile", 412, "The preferences are not the ones you have read");

    private final SignedInCustomer customer;
    private final ReadPreferences reading;
    private final ChangeChoices changing;
    private final ChoicePolicy policy;
    private final Clock clock;

    PreferencesResource(
            SignedInCustomer customer,
            ReadPreferences reading,
            ChangeChoices changing,
            ChoicePolicy policy,
            Clock clock) {
        this.customer = customer;
        this.reading = reading;
        this.changing = changing;
        this.policy = policy;
        this.clock = clock;
    }

    /** The choices in force and how far the last change has come. */
    @GET
    public Uni<RestResponse<PreferencesView>> read() {
        return reading.of(key()).map(PreferencesResource::answer);
    }

    /**
     * Changes the named choices and leaves the others. The same twice is the same as once. With {@code If-Match} it is
     * done only if nobody has changed anything since the version was read.
     */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<RestResponse<PreferencesView>> change(
            @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ChoicesPatch patch) {
        List<Decision> decisions = patch.decisions();
        policy.check(decisions, patch.noticeVersion());
        Evidence evidence =
                new Evidence(Source.CUSTOMER, customer.id(), patch.noticeVersion(), patch.language(), clock.instant());
        return changing.change(key(), decisions, evidence, found -> requireMatch(ifMatch, found))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "Everything about this customer was erased, as they had asked."))
                .chain(reading::of)
                .map(PreferencesResource::answer);
    }

    private String key() {
        return "c:" + customer.id();
    }

    private static RestResponse<PreferencesView> answer(PreferencesView view) {
        return ResponseBuilder.ok(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static void requireMatch(@Nullable String ifMatch, @Nullable Preferences found) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return;
        }
        String current = "\"" + (found == null ? 0 : found.version()) + "\"";
        if (!List.of(ifMatch.split("\\s*,\\s*", -1)).contains(current)) {
            throw new ProblemException(
                    CHANGED_MEANWHILE, "Read them again (GET /preferences) and repeat the change if it still fits.");
        }
    }
}
