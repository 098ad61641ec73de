package org.privacypromise.requests.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/**
 * Who is asking. Where guests may ask, too, nothing has looked at the token yet: so every answer is a {@link Uni}, which
 * fails with the right problem.
 */
@RequestScoped
public class Caller {

    private static final String CUSTOMER = "customer";

    private final CurrentIdentityAssociation association;
    private final StepUpConfig stepUp;
    private final Clock clock;

    Caller(CurrentIdentityAssociation association, StepUpConfig stepUp, Clock clock) {
        this.association = association;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** The customer ID of who is signed in; empty without a token. Another's token, or an unlinked account's, fails. */
    public Uni<Optional<String>> customerIfSignedIn() {
        return association
                .getDeferredIdentity()
                .map(who -> who.isAnonymous() ? Optional.empty() : Optional.of(customerOf(who)));
    }

    /** The customer ID of who is signed in; everybody else fails. */
    public Uni<String> customer() {
        return customerIfSignedIn().map(found -> found.orElseThrow(Caller::signInRequired));
    }

    /**
     * As {@link #customerIfSignedIn}, and the sign-in is recent and strong enough to open personal data.
     *
     * @return fails with {@link StepUpRequiredException} if it is not
     */
    public Uni<Optional<String>> customerWithStepUpIfSignedIn() {
        return association.getDeferredIdentity().map(who -> {
            if (who.isAnonymous()) {
                return Optional.empty();
            }
            String customer = customerOf(who);
            requireStepUp(who);
            return Optional.of(customer);
        });
    }

    /** As {@link #customer}, and the sign-in is recent and strong enough to open personal data. */
    public Uni<String> customerWithStepUp() {
        return customerWithStepUpIfSignedIn().map(found -> found.orElseThrow(Caller::signInRequired));
    }

    /** The client that got the token (claim {@code azp}). */
    public Uni<String> client() {
        return association.getDeferredIdentity().map(who -> {
            String client = claim(who, "azp");
            if (client == null) {
                throw signInRequired();
            }
            return client;
        });
    }

    /** Who of the staff is asking; a token that does not say whose it is fails. Roles are for the resource to name. */
    public Uni<Staff> staff() {
        return association.getDeferredIdentity().map(Caller::staffOf);
    }

    /** As {@link #staff}, and the sign-in is recent and strong enough to change what becomes of somebody's request. */
    public Uni<Staff> staffWithStepUp() {
        return association.getDeferredIdentity().map(who -> {
            requireStepUp(who);
            return staffOf(who);
        });
    }

    private static Staff staffOf(SecurityIdentity who) {
        String account = claim(who, "sub");
        if (account == null) {
            throw signInRequired();
        }
        return new Staff(
                account,
                Objects.requireNonNullElse(claim(who, "azp"), "unknown"),
                who.getRoles(),
                claim(who, "customer_id"));
    }

    private static String customerOf(SecurityIdentity who) {
        if (!who.hasRole(CUSTOMER)) {
            throw new ForbiddenException();
        }
        String customer = claim(who, "customer_id");
        if (customer == null) {
            throw new ProblemException(
                    ProblemType.NOT_LINKED,
                    "Link the account at identity-service (POST /me/link), then refresh the token and try again.");
        }
        return customer;
    }

    private void requireStepUp(SecurityIdentity who) {
        Long signedInAt = who.getPrincipal() instanceof JsonWebToken token ? number(token.getClaim("auth_time")) : null;
        String acr = claim(who, "acr");
        if (signedInAt == null
                || Instant.ofEpochSecond(signedInAt).plus(stepUp.maxAge()).isBefore(clock.instant())
                || acr == null
                || !stepUp.acr().contains(acr)) {
            throw new StepUpRequiredException(stepUp.maxAge(), stepUp.acr());
        }
    }

    private static @Nullable String claim(SecurityIdentity who, String name) {
        if (who.getPrincipal() instanceof JsonWebToken token) {
            Object value = token.getClaim(name);
            return value == null || value.toString().isBlank() ? null : value.toString();
        }
        return null;
    }

    private static @Nullable Long number(@Nullable Object claim) {
        try {
            return claim == null ? null : Long.valueOf(claim.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static ProblemException signInRequired() {
        return new ProblemException(
                ProblemType.UNAUTHENTICATED, "Sign in and send the access token as a Bearer token.");
    }
}
