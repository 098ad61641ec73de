package org.privacypromise.frame;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is asking. A customer is known by the token's {@code customer_id} claim and by nothing else: never by an e-mail
 * address, which can change hands, and never by an ID in the path or body.
 */
@RequestScoped
public class SignedInCustomer {

    private static final String CLAIM = "customer_id";

    private final SecurityIdentity identity;

    SignedInCustomer(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The customer ID of the signed-in account.
     *
     * @throws ProblemException {@link ProblemType#NOT_LINKED} when the account has none
     */
    public String id() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            String customerId = token.getClaim(CLAIM);
            if (customerId != null && !customerId.isBlank()) {
                return customerId;
            }
        }
        throw new ProblemException(
                ProblemType.NOT_LINKED,
                "Link the account at identity-service (POST /me/link), then refresh the token and try again.");
    }
}
