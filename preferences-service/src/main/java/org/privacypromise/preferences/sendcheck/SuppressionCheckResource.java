package org.privacypromise.preferences.sendcheck;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.frame.budget.RateLimit;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.InvalidContactPointException;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.sendcheck.verdict.Because;

/** For services that hold an address and nothing else. By POST, so that no address stands in a URL; nothing is kept. */
@Path("/suppression-checks")
@RolesAllowed("service")
public class SuppressionCheckResource {

    private final CheckSuppression checks;
    private final CheckBudget budget;
    private final SuppressionCheckConfig config;
    private final SecurityIdentity caller;

    SuppressionCheckResource(
            CheckSuppression checks, CheckBudget budget, SuppressionCheckConfig config, SecurityIdentity caller) {
        this.checks = checks;
        this.budget = budget;
        this.config = config;
        this.caller = caller;
    }

    /** An address as somebody typed it. */
    public record Address(
            @NotNull ContactPoint.Kind kind,
            @Schema(implementation = String.class) @NotNull PersonalText value) {}

    /** What must not be sent there; what is not in it may still need somebody's yes. */
    public record SuppressionsView(List<SuppressedView> suppressed) {}

    /** @param because {@code refused} or {@code suppressed}, as a send check says it */
    public record SuppressedView(String purpose, String channel, String brand, String because) {

        static SuppressedView of(Map.Entry<Cell, Because> refusal) {
            Cell cell = refusal.getKey();
            return new SuppressedView(
                    cell.purpose(),
                    cell.channel(),
                    cell.brand(),
                    refusal.getValue().code());
        }
    }

    /** Has somebody who is reached by this address said no, ever? */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<SuppressionsView>> check(@NotNull @Valid Address address) {
        ContactPoint contactPoint = read(address);
        return budget.use(client())
                .chain(left -> checks.at(contactPoint)
                        .map(refusals -> ResponseBuilder.ok(new SuppressionsView(refusals.entrySet().stream()
                                        .map(SuppressedView::of)
                                        .toList()))
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .header(RateLimit.POLICY, budget.limit().policy())
                                .header(RateLimit.LIMIT, budget.limit().left(left))
                                .build()));
    }

    private ContactPoint read(Address address) {
        try {
            return ContactPoint.parse(
                    address.kind(), address.value(), config.phoneRegion().orElse(null));
        } catch (InvalidContactPointException e) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Correct the named fields and send it again.",
                    new Problem.Fault("/value", String.valueOf(e.getMessage())));
        }
    }

    private String client() {
        if (caller.getPrincipal() instanceof JsonWebToken token && token.getClaim("azp") instanceof String client) {
            return client;
        }
        throw new ProblemException(
                ProblemType.UNAUTHENTICATED, "Present an access token that says which client got it (claim azp).");
    }
}
