package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.privacypromise.identity.account.AccountDirectory;

/**
 * Brings a link that is decided into the account's tokens. The identity provider may be away for as long as it likes:
 * the link is kept and tried again.
 */
@ApplicationScoped
class MakeLinkEffective {

    private static final Logger LOG = Logger.getLogger(MakeLinkEffective.class);
    private static final int BATCH = 20;

    private final AccountLinkRepository links;
    private final AccountDirectory accounts;
    private final Clock clock;

    MakeLinkEffective(AccountLinkRepository links, AccountDirectory accounts, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            identity = "make-links-effective",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> attemptDue() {
        return Panache.withSession(() -> links.due(clock.instant(), BATCH))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::attempt)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** Whether the account's tokens name the customer, from the next refresh on. Never fails. */
    Uni<Boolean> attempt(String account) {
        return Panache.withSession(() -> links.findById(account)).chain(this::attempt);
    }

    private Uni<Boolean> attempt(@Nullable AccountLink link) {
        if (link == null) {
            // The customer was erased meanwhile, and the account with them.
            return Uni.createFrom().item(false);
        }
        if (link.isEffective()) {
            return Uni.createFrom().item(true);
        }
        return accounts.nameCustomer(link.account, link.customerId)
                .chain(() -> note(link.account, AccountLink::succeeded))
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.warnf(
                            "Customer %s is linked, but the account does not say so yet (%s): will be tried again",
                            link.customerId, fault.getClass().getSimpleName());
                    return note(link.account, AccountLink::failed)
                            .replaceWith(false)
                            .onFailure()
                            .recoverWithItem(false);
                });
    }

    /** Whether the link is still there to note it. */
    private Uni<Boolean> note(String account, BiConsumer<AccountLink, Instant> outcome) {
        return Panache.withTransaction(() -> links.findById(account).map(link -> {
            if (link != null) {
                outcome.accept(link, clock.instant());
            }
            return link != null;
        }));
    }
}
