package org.privacypromise.preferences.idempotency;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/** Which client of the OIDC provider got the token that is presented (claim {@code azp}). */
@RequestScoped
public class CallingClient {

    private final SecurityIdentity identity;

    CallingClient(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String name() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            String client = token.getClaim("azp");
            if (client != null && !client.isBlank()) {
                return client;
            }
        }
        throw new ProblemException(
                ProblemType.UNAUTHENTICATED, "Present an access token that says whose it is (claim azp).");
    }
}
