package org.privacypromise.identity.customer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.privacypromise.identity.customer.KnownCustomers.Known;

/** Everything that is known about a customer, for whoever has the right to see it; in the caller's session. */
@ApplicationScoped
public class CustomerRecords {

    private final CustomerRepository customers;
    private final KnownCustomers contacts;
    private final PurchaseRepository purchases;
    private final AccountLinkRepository links;

    CustomerRecords(
            CustomerRepository customers,
            KnownCustomers contacts,
            PurchaseRepository purchases,
            AccountLinkRepository links) {
        this.customers = customers;
        this.contacts = contacts;
        this.purchases = purchases;
        this.links = links;
    }

    /** One customer, the oldest first in each list. */
    public record Held(
            String customerId,
            Instant allocatedAt,
            List<Known> contactPoints,
            List<Bought> purchases,
            List<Linked> accounts) {}

    /** @param reference the checkout's name for it */
    public record Bought(String reference, Instant recordedAt) {}

    /** @param account its ID at the identity provider */
    public record Linked(String account, Instant linkedAt) {}

    /** That there is this customer. */
    public record Allocated(String customerId, Instant allocatedAt) {}

    /** Empty if there is no such customer, or no more. */
    public Uni<Optional<Held>> of(String customerId) {
        return customers
                .findById(customerId)
                .chain(customer -> customer == null
                        ? Uni.createFrom().item(Optional.empty())
                        : describe(customer).map(Optional::of));
    }

    private Uni<Held> describe(Customer customer) {
        return contacts.contactPointsOf(customer.id)
                .chain(known -> purchases
                        .ofCustomer(customer.id)
                        .chain(bought -> links.ofCustomer(customer.id)
                                .map(linked -> new Held(
                                        customer.id,
                                        customer.allocatedAt(),
                                        known,
                                        bought.stream()
                                                .map(one -> new Bought(one.reference, one.recordedAt()))
                                                .toList(),
                                        linked.stream()
                                                .map(one -> new Linked(one.account, one.linkedAt))
                                                .toList()))));
    }

    /** The accounts that are linked to this customer, by their IDs at the identity provider. */
    public Uni<List<String>> accountsOf(String customerId) {
        return links.ofCustomer(customerId)
                .map(linked -> linked.stream().map(one -> one.account).toList());
    }

    /** A page of all customers, by their IDs. */
    public Uni<List<Allocated>> after(String customerId, int limit) {
        return customers
                .after(customerId, limit)
                .map(page -> page.stream()
                        .map(customer -> new Allocated(customer.id, customer.allocatedAt()))
                        .toList());
    }
}
