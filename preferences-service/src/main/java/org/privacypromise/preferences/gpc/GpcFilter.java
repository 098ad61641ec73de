package org.privacypromise.preferences.gpc;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Hears the signal with whatever a signed-in customer asks of their preferences, before that is answered. */
class GpcFilter {

    private static final String SIGNAL = "Sec-GPC";
    private static final String ROLE = "customer";

    private final CurrentIdentityAssociation identity;
    private final HearSignal hearSignal;

    GpcFilter(CurrentIdentityAssociation identity, HearSignal hearSignal) {
        this.identity = identity;
        this.hearSignal = hearSignal;
    }

    @ServerRequestFilter
    public Uni<Void> hear(ContainerRequestContext request) {
        // Exactly 1: anything else, and any other number of them, is no signal (the GPC specification, section 3).
        return "1".equals(request.getHeaderString(SIGNAL)) && isAboutPreferences(request)
                ? identity.getDeferredIdentity().chain(this::hear)
                : Uni.createFrom().voidItem();
    }

    private static boolean isAboutPreferences(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.equals("/preferences") || path.startsWith("/preferences/");
    }

    private Uni<Void> hear(SecurityIdentity caller) {
        if (!caller.isAnonymous()
                && caller.hasRole(ROLE)
                && caller.getPrincipal() instanceof JsonWebToken token
                && token.getClaim("customer_id") instanceof String customerId
                && !customerId.isBlank()) {
            return hearSignal.of(customerId);
        }
        return Uni.createFrom().voidItem();
    }
}
