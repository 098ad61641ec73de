package org.privacypromise.identity.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.identity.RealParts;
import org.privacypromise.identity.account.Account;
import org.privacypromise.identity.account.AccountDirectory;

/** A customer is erased while their link waits to get into the account. */
@QuarkusTest
@RealParts
class MakeLinkEffectiveIT {

    @Inject
    MakeLinkEffective effect;

    @Inject
    AccountLinkRepository links;

    @Inject
    CustomerRepository customers;

    @Inject
    Clock clock;

    private final String account = UUID.randomUUID().toString();

    @Test
    void a_link_that_is_gone_before_it_is_tried_is_not_effective_and_no_fault() throws Throwable {
        assertThat(VertxContextSupport.subscribeAndAwait(() -> effect.attempt(account)))
                .isFalse();
    }

    @Test
    void a_link_that_goes_while_the_account_is_written_is_not_effective_and_no_fault() throws Throwable {
        for (boolean away : new boolean[] {false, true}) {
            // Given a link that the job does not take up before us
            Customer customer = Customer.allocate(Instant.now());
            VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> customers
                    .persistAndFlush(customer)
                    .chain(() ->
                            links.persist(AccountLink.attemptedByTheRequest(account, customer.id, Instant.now())))));

            // When
            MakeLinkEffective attempt = new MakeLinkEffective(links, new Meanwhile(away), clock);

            // Then
            assertThat(VertxContextSupport.subscribeAndAwait(() -> attempt.attempt(account)))
                    .isFalse();
        }
    }

    /** Erases the customer while it is asked. */
    private final class Meanwhile implements AccountDirectory {

        private final boolean away;

        Meanwhile(boolean away) {
            this.away = away;
        }

        @Override
        public Uni<Void> nameCustomer(String accountId, String customerId) {
            return Panache.withTransaction(() -> links.deleteById(accountId))
                    .invoke(() -> {
                        if (away) {
                            throw new IllegalStateException("away");
                        }
                    })
                    .replaceWithVoid();
        }

        @Override
        public Uni<Optional<Account>> find(String accountId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> delete(String accountId) {
            throw new UnsupportedOperationException();
        }
    }
}
