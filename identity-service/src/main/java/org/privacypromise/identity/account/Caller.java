package org.privacypromise.identity.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/** Who presents the token: here, where accounts become customers, the account itself matters. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The signed-in account's ID at the identity provider (claim {@code sub}). */
    public String account() {
        return claim("sub");
    }

    /** The client that got the token (claim {@code azp}). */
    public String client() {
        return claim("azp");
    }

    private String claim(String name) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            String value = token.getClaim(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        throw new ProblemException(
                ProblemType.UNAUTHENTICATED, "Present an access token that says who you are (claim " + name + ").");
    }
}
