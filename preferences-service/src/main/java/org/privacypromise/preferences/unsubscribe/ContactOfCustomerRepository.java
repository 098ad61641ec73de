package org.privacypromise.preferences.unsubscribe;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** By what customers are reached, for a thousand of them in one statement. */
@ApplicationScoped
class ContactOfCustomerRepository {

    // Any of them will do: the link opts out the customer, whichever address the message goes to.
    private static final String FIRST_OF_EACH_KIND = """
            SELECT customer_id, kind, min(contact_ref) FROM contact_link
             WHERE customer_id = ANY ($1) GROUP BY customer_id, kind""";

    private final Pool pool;

    ContactOfCustomerRepository(Pool pool) {
        this.pool = pool;
    }

    /** A customer, and the kind of contact point. */
    record Wanted(String customerId, String kind) {}

    /** The reference of one contact point of each kind that each of these customers has. */
    Uni<Map<Wanted, String>> of(Set<String> customerIds) {
        if (customerIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(FIRST_OF_EACH_KIND)
                .execute(Tuple.tuple().addArrayOfString(customerIds.toArray(new String[0])))
                .map(rows -> {
                    Map<Wanted, String> found = new HashMap<>();
                    for (RowIterator<Row> iterator = rows.iterator(); iterator.hasNext(); ) {
                        Row row = iterator.next();
                        found.put(new Wanted(row.getString(0), row.getString(1)), row.getString(2));
                    }
                    return found;
                });
    }
}
