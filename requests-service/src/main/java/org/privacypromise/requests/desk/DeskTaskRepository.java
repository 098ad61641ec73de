package org.privacypromise.requests.desk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** How far the systems are, for whoever looks at a request. */
@ApplicationScoped
class DeskTaskRepository {

    private static final String OF_REQUEST =
            "SELECT id, system, state FROM task WHERE request_id = ?1 ORDER BY stage, system";

    Uni<List<DeskRequestView.TaskView>> of(UUID request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_REQUEST, Tuple.class)
                        .setParameter(1, request)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new DeskRequestView.TaskView(
                                row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class)))
                        .toList());
    }
}
