package org.privacypromise.requests.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.clock.law.Holidays;
import org.privacypromise.requests.clock.law.Laws;
import org.privacypromise.requests.clock.law.StatutoryClock;
import org.privacypromise.requests.lifecycle.step.Status;

@QuarkusTest
class RequestIT {

    @Inject
    RequestRepository requests;

    @Inject
    RequestDerivationRepository derivations;

    @Inject
    Laws laws;

    @Inject
    Holidays holidays;

    UUID id;

    @BeforeEach
    void somebody_asks() {
        id = UUID.fromString(Customers.ask(Customers.newCustomer(), "ACCESS").path("requestId"));
    }

    @Test
    void a_stored_derivation_can_be_replayed() throws Throwable {
        Request stored = run(() -> Panache.withSession(() -> requests.findById(id)));

        assertThat(new StatutoryClock(laws, holidays).derive(stored.derivation().facts()))
                .isEqualTo(stored.derivation());
        assertThat(stored.dueDate()).isEqualTo(stored.derivation().dueDate());
    }

    @Test
    void every_derivation_there_ever_was_can_be_replayed_and_none_can_be_changed() throws Throwable {
        List<RequestDerivation> all = run(() -> Panache.withSession(() -> derivations.listAll()));

        assertThat(all).isNotEmpty().allSatisfy(stored -> {
            if (!stored.derivation().calendar().equals("test")) {
                assertThat(new StatutoryClock(laws, holidays)
                                .derive(stored.derivation().facts()))
                        .isEqualTo(stored.derivation());
            }
            assertThat(stored.dueDate()).isEqualTo(stored.derivation().dueDate());
        });
        assertThatThrownBy(() -> Database.column("UPDATE request_derivation SET due_date = due_date + 1"))
                .hasMessageContaining("append-only");
    }

    @Test
    void a_stored_derivation_can_be_read_by_people() {
        String due =
                Database.column("SELECT due_date FROM request WHERE id = ?", id).getFirst();

        assertThat(Database.column("SELECT derivation ->> 'dueDate' FROM request WHERE id = ?", id))
                .containsExactly(due);
        assertThat(Database.column("SELECT derivation -> 'facts' ->> 'place' FROM request WHERE id = ?", id))
                .containsExactly("GB-ENG");
    }

    @Test
    void whoever_locks_sees_what_has_happened_since_reading() throws Throwable {
        Status status = run(() -> Panache.withTransaction(() -> requests.findById(id)
                .invoke(read -> Database.column(
                        "UPDATE request SET status = 'IN_REVIEW', version = version + 1 WHERE id = ?", id))
                .chain(() -> requests.lock(id))
                .map(Request::status)));

        assertThat(status).isEqualTo(Status.IN_REVIEW);
    }

    private static <T> T run(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work::get);
    }
}
