package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

@ApplicationScoped
class CustomerRepository implements PanacheRepositoryBase<Customer, String> {

    Uni<Customer> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
