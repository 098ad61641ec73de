package org.privacypromise.identity.account;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The identity provider as we need it. Each call fails when it cannot be reached in time. */
public interface AccountDirectory {

    /** The account with this ID as it is now; empty if there is none. */
    Uni<Optional<Account>> find(String accountId);

    /**
     * Makes the account's tokens name this customer, from the next refresh on. Doing it again changes nothing, and nothing
     * else about the account changes.
     */
    Uni<Void> nameCustomer(String accountId, String customerId);

    /** Deletes the account, so that nobody signs in with it any more. Doing it again changes nothing. */
    Uni<Void> delete(String accountId);
}
