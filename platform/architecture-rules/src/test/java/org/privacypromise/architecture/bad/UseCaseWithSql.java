package org.privacypromise.architecture.bad;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

class UseCaseWithSql {
    Uni<?> read() {
        return Panache.getSession();
    }
}
