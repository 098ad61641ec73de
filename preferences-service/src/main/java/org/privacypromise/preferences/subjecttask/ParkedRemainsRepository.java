package org.privacypromise.preferences.subjecttask;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Events about somebody that could not be handled and wait for a person: an erasure takes them, too. */
@ApplicationScoped
class ParkedRemainsRepository {

    Uni<Integer> remove(Collection<String> keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM parked_event WHERE event_key IN (?1)")
                        .setParameter(1, keys)
                        .executeUpdate());
    }
}
