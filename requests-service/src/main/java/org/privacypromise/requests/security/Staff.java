package org.privacypromise.requests.security;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/**
 * Somebody who works here.
 *
 * @param account their ID at the identity provider (claim {@code sub}), by which they are known in every history
 * @param client the program they used (claim {@code azp})
 * @param roles as their token has them
 * @param customerId their own as a customer; null if their account has none
 */
public record Staff(
        String account,
        String client,
        Set<String> roles,
        @Nullable String customerId) {

    public static final String TEAM = "privacy-team";
    public static final String LEAD = "privacy-lead";
    public static final String CARE = "customer-care";
    public static final String AUDITOR = "auditor";

    private static final ProblemType OWN_REQUEST =
            new ProblemType("own-request", 403, "Nobody works on their own request");

    public Staff {
        roles = Set.copyOf(roles);
    }

    public boolean isLead() {
        return roles.contains(LEAD);
    }

    /** The role in which they act, for the histories: of several that which may do the most. */
    public String actingAs() {
        return Stream.of(LEAD, TEAM, CARE, AUDITOR)
                .filter(roles::contains)
                .findFirst()
                .orElse("staff");
    }

    /**
     * Nobody works on what is their own.
     *
     * @throws ProblemException if this customer is they themselves
     */
    public void requireOther(@Nullable String customer) {
        if (customer != null && customer.equals(customerId)) {
            throw new ProblemException(
                    OWN_REQUEST, "Leave it to a colleague. As a customer, see your requests with GET /requests.");
        }
    }
}
