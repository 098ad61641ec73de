package org.privacypromise.fraudcheck.review;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/** The person who looks: a decision has an author. */
@RequestScoped
class Analyst {

    private final SecurityIdentity identity;

    Analyst(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The account's ID at the identity provider (claim {@code sub}). */
    String account() {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getSubject() != null
                && !token.getSubject().isBlank()) {
            return token.getSubject();
        }
        throw new ProblemException(
                ProblemType.UNAUTHENTICATED, "Present an access token that says who you are (claim sub).");
    }
}
