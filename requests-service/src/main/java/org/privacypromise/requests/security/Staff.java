package org.privacypromise.requests.security;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** Whether this customer is they themselves: nobody works on what is their own. */
    public boolean isCustomer(@Nullable String customer) {
        return customer != null && Objects.equals(customer, customerId);
    }
}
