package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CustomerRepository implements PanacheRepositoryBase<Customer, String> {

    Uni<@Nullable Customer> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A page of all there are, by their IDs. */
    Uni<List<Customer>> after(String id, int limit) {
        return find("id > ?1 order by id", id).page(Page.ofSize(limit)).list();
    }
}
