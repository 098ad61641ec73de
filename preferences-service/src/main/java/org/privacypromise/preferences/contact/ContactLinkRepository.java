package org.privacypromise.preferences.contact;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which contact points, by reference, are whose. */
@ApplicationScoped
public class ContactLinkRepository {

    /** Stores the link unless it is there. */
    Uni<Void> link(String contactRef, String customerId, String kind) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO contact_link (contact_ref, customer_id, kind)
                        VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING""")
                        .setParameter(1, contactRef)
                        .setParameter(2, customerId)
                        .setParameter(3, kind)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** Everybody who is reached by this contact point: a mailbox can be shared. In a fixed order. */
    public Uni<List<String>> customersOf(String contactRef) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT customer_id FROM contact_link WHERE contact_ref = ?1 ORDER BY customer_id",
                                String.class)
                        .setParameter(1, contactRef)
                        .getResultList());
    }

    /** A customer's contact points of this kind, {@code EMAIL} or {@code PHONE}. */
    public Uni<List<String>> contactRefsOf(String customerId, String kind) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT contact_ref FROM contact_link WHERE customer_id = ?1 AND kind = ?2 ORDER BY contact_ref",
                                String.class)
                        .setParameter(1, customerId)
                        .setParameter(2, kind)
                        .getResultList());
    }
}
