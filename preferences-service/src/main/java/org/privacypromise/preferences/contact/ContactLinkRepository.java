package org.privacypromise.preferences.contact;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;

/** Which contact points, by reference, are whose. */
@ApplicationScoped
public class ContactLinkRepository {

    /** A contact point of a customer, by reference; the kind is {@code EMAIL} or {@code PHONE}. */
    public record ContactLink(String contactRef, String customerId, String kind) {}

    /** What an event has told us about a link. */
    enum News {
        LINKED,
        PROVEN,
        NONE
    }

    /** Stores the link, or that it has been proven. */
    Uni<News> link(String contactRef, String customerId, String kind, boolean verified) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO contact_link AS known (contact_ref, customer_id, kind, verified)
                        VALUES (?1, ?2, ?3, ?4)
                        ON CONFLICT (contact_ref, customer_id) DO UPDATE SET verified = true
                            WHERE EXCLUDED.verified AND NOT known.verified
                        RETURNING xmax = 0""", Boolean.class)
                        .setParameter(1, contactRef)
                        .setParameter(2, customerId)
                        .setParameter(3, kind)
                        .setParameter(4, verified)
                        .getSingleResultOrNull())
                .map(inserted -> inserted == null ? News.NONE : inserted ? News.LINKED : News.PROVEN);
    }

    /** Those who have proven that this contact point is theirs, in a fixed order. */
    Uni<List<String>> provenCustomersOf(String contactRef) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT customer_id FROM contact_link
                        WHERE contact_ref = ?1 AND verified ORDER BY customer_id""", String.class)
                        .setParameter(1, contactRef)
                        .getResultList());
    }

    /** The contact points of these customers, in a fixed order. */
    public Uni<List<ContactLink>> of(Collection<String> customerIds) {
        if (customerIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT contact_ref, customer_id, kind FROM contact_link
                        WHERE customer_id IN (?1) ORDER BY customer_id, contact_ref""", Tuple.class)
                        .setParameter(1, customerIds)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new ContactLink(
                                row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)))
                        .toList());
    }

    /** Forgets by what these customers are reached. */
    public Uni<Integer> remove(Collection<String> customerIds) {
        if (customerIds.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM contact_link WHERE customer_id IN (?1)")
                        .setParameter(1, customerIds)
                        .executeUpdate());
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
}
