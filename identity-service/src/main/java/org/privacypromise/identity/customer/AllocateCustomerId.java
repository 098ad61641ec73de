package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.identity.customer.link.LinkTokens;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.ContactPoint;

/**
 * Answers a checkout that asks who made a purchase. The same purchase and the same account always get the same customer
 * ID; everybody else gets a new one, whatever address they typed: an address that nobody verified proves nothing.
 */
@ApplicationScoped
class AllocateCustomerId {

    static final ProblemType PURCHASE_DIFFERS =
            new ProblemType("purchase-differs", 422, "This purchase was reported with other content before");

    private final CustomerRepository customers;
    private final PurchaseRepository purchases;
    private final AccountLinkRepository links;
    private final RecordContactPoint contactPoints;
    private final PublishIdentityEvent events;
    private final BlindIndex index;
    private final LinkTokens linkTokens;
    private final IdentityConfig config;
    private final Clock clock;

    AllocateCustomerId(
            CustomerRepository customers,
            PurchaseRepository purchases,
            AccountLinkRepository links,
            RecordContactPoint contactPoints,
            PublishIdentityEvent events,
            BlindIndex index,
            LinkTokens linkTokens,
            IdentityConfig config,
            Clock clock) {
        this.customers = customers;
        this.purchases = purchases;
        this.links = links;
        this.contactPoints = contactPoints;
        this.events = events;
        this.index = index;
        this.linkTokens = linkTokens;
        this.config = config;
        this.clock = clock;
    }

    /** @param client which checkout asks */
    Uni<AllocationView> allocate(String client, NewPurchase reported) {
        List<ContactPoint> given = reported.read(config.phoneRegion().orElse(null));
        String account = reported.accountId();
        // Always the account first, then the purchase, then the customer: locks taken in one order never deadlock.
        return Panache.withTransaction(() -> lockLink(account)
                .chain(link -> purchases
                        .lockAndFind(client, reported.purchaseReference())
                        .chain(known ->
                                known != null ? repeat(known, account, given) : first(client, reported, given, link))));
    }

    private Uni<@Nullable AccountLink> lockLink(@Nullable String account) {
        return account == null ? Uni.createFrom().nullItem() : links.lockAndFind(account);
    }

    private Uni<AllocationView> repeat(Purchase known, @Nullable String account, List<ContactPoint> given) {
        if (!known.isTheSameAs(account, given.stream().map(index::allVersions).toList())) {
            throw new ProblemException(
                    PURCHASE_DIFFERS,
                    "Send the same contact points and account as before, or use a new purchase reference.");
        }
        return Uni.createFrom().item(view(known, false));
    }

    private Uni<AllocationView> first(
            String client, NewPurchase reported, List<ContactPoint> given, @Nullable AccountLink link) {
        Instant now = clock.instant();
        return (link != null ? known(link) : newCustomer(now))
                .call(customer -> recordAll(customer, given))
                .call(customer -> link == null && reported.accountId() != null
                        ? link(customer, reported.accountId(), now)
                        : Uni.createFrom().voidItem())
                .chain(customer -> purchases.persist(new Purchase(
                        client,
                        reported.purchaseReference(),
                        customer.id,
                        reported.accountId(),
                        given.stream().map(index::of).toList(),
                        now)))
                .map(purchase -> view(purchase, true));
    }

    private Uni<Customer> known(AccountLink link) {
        return customers
                .lock(link.customerId)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        ProblemType.CONFLICT, "This customer was erased at the same moment. Send it again."));
    }

    private Uni<Customer> newCustomer(Instant now) {
        return customers.persistAndFlush(Customer.allocate(now)).call(customer -> events.publish(customer.allocated()));
    }

    private Uni<Void> recordAll(Customer customer, List<ContactPoint> given) {
        // One after the other: a session is never used concurrently.
        return Multi.createFrom()
                .iterable(given)
                .onItem()
                .transformToUniAndConcatenate(contactPoint -> contactPoints.record(customer, contactPoint))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> link(Customer customer, String account, Instant now) {
        // A checkout does not wait for the identity provider: the job brings the link into the account's tokens.
        return links.persist(AccountLink.leftToTheJob(account, customer.id, now))
                .chain(() -> events.publish(customer.linked(now)));
    }

    private AllocationView view(Purchase purchase, boolean fresh) {
        var life = config.linkTokenLife();
        String token = purchase.isLinkable(clock.instant(), life)
                ? linkTokens.issue(purchase.id, purchase.linkableUntil(life))
                : null;
        return new AllocationView(purchase.customerId, token, fresh);
    }
}
