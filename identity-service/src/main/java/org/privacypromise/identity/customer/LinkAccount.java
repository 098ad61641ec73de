package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.identity.account.Account;
import org.privacypromise.identity.account.AccountDirectory;
import org.privacypromise.identity.customer.link.LinkTokens;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.EmailAddress;
import org.privacypromise.personaldata.InvalidContactPointException;

/**
 * Links a signed-in account to the customer who made a purchase. Both sides are verified: the browser that made the
 * purchase presents its link token, and the account has verified the e-mail address that was given with it. Whatever is
 * missing, the answer is the same, so that nobody learns what exists.
 */
@ApplicationScoped
class LinkAccount {

    static final ProblemType NOTHING_TO_LINK =
            new ProblemType("nothing-to-link", 409, "There is nothing to link to this account");
    static final ProblemType EMAIL_NOT_VERIFIED =
            new ProblemType("email-not-verified", 403, "This account's e-mail address is not verified");

    private final CustomerRepository customers;
    private final PurchaseRepository purchases;
    private final AccountLinkRepository links;
    private final RecordContactPoint contactPoints;
    private final MakeLinkEffective effect;
    private final PublishIdentityEvent events;
    private final AccountDirectory accounts;
    private final BlindIndex index;
    private final LinkTokens linkTokens;
    private final Clock clock;

    LinkAccount(
            CustomerRepository customers,
            PurchaseRepository purchases,
            AccountLinkRepository links,
            RecordContactPoint contactPoints,
            MakeLinkEffective effect,
            PublishIdentityEvent events,
            AccountDirectory accounts,
            BlindIndex index,
            LinkTokens linkTokens,
            Clock clock) {
        this.customers = customers;
        this.purchases = purchases;
        this.links = links;
        this.contactPoints = contactPoints;
        this.effect = effect;
        this.events = events;
        this.accounts = accounts;
        this.index = index;
        this.linkTokens = linkTokens;
        this.clock = clock;
    }

    /** An account that is linked already keeps its customer, whatever token it presents. */
    Uni<LinkView> link(String account, @Nullable String linkToken) {
        return Panache.withSession(() -> links.findById(account))
                .chain(link -> link != null ? Uni.createFrom().item(link) : decide(account, linkToken))
                .chain(link -> effect.attempt(account).map(effective -> LinkView.from(link, effective)));
    }

    private Uni<AccountLink> decide(String account, @Nullable String linkToken) {
        Optional<UUID> purchase =
                Optional.ofNullable(linkToken).flatMap(token -> linkTokens.purchaseOf(token, clock.instant()));
        return accounts.find(account)
                .onFailure()
                .transform(fault -> new ProblemException(
                        ProblemType.UNAVAILABLE, "Your account cannot be read at the moment. Try again in a minute."))
                .map(LinkAccount::verifiedEmail)
                .chain(email -> link(account, purchase.orElseThrow(LinkAccount::nothing), email));
    }

    private static EmailAddress verifiedEmail(Optional<Account> account) {
        try {
            return account.filter(Account::emailVerified)
                    .map(Account::email)
                    .map(EmailAddress::parse)
                    .orElseThrow(LinkAccount::notVerified);
        } catch (InvalidContactPointException e) {
            throw notVerified();
        }
    }

    private Uni<AccountLink> link(String account, UUID purchase, EmailAddress email) {
        return Panache.withTransaction(() -> links.lockAndFind(account)
                .chain(link -> link != null
                        ? Uni.createFrom().item(link)
                        : purchases
                                .findById(purchase)
                                .onItem()
                                .ifNull()
                                .failWith(LinkAccount::nothing)
                                .chain(bought -> linkBuyer(account, bought, email))));
    }

    private Uni<AccountLink> linkBuyer(String account, Purchase bought, EmailAddress email) {
        if (!bought.names(index.allVersions(email))) {
            throw nothing();
        }
        Instant now = clock.instant();
        return customers
                .lock(bought.customerId)
                .onItem()
                .ifNull()
                .failWith(LinkAccount::nothing)
                .chain(customer -> links.isLinked(customer.id)
                        .invoke(linked -> {
                            if (linked) {
                                throw nothing();
                            }
                        })
                        .chain(() -> links.persist(AccountLink.attemptedByTheRequest(account, customer.id, now)))
                        .call(() -> contactPoints.verify(customer, email))
                        .call(() -> events.publish(customer.linked(now))));
    }

    private static ProblemException nothing() {
        return new ProblemException(
                NOTHING_TO_LINK,
                "Sign in with the e-mail address of your purchase, in the browser that made it, within an hour.");
    }

    private static ProblemException notVerified() {
        return new ProblemException(
                EMAIL_NOT_VERIFIED, "Follow the link in the mail that we sent when you registered, then try again.");
    }
}
