package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
class ErasurePositionRepository implements PanacheRepositoryBase<ErasurePosition, Integer> {

    private static final String STORE = """
            INSERT INTO erasure_position (ledger_partition, next_offset) VALUES (?1, ?2)
            ON CONFLICT (ledger_partition) DO UPDATE SET next_offset = excluded.next_offset""";

    Uni<Map<Integer, Long>> all() {
        return listAll()
                .map(positions ->
                        positions.stream().collect(Collectors.toMap(at -> at.partition, at -> at.nextOffset)));
    }

    Uni<Void> store(Map<Integer, Long> positions) {
        return InTurn.each(
                positions.entrySet(),
                position -> getSession()
                        .chain(session -> session.createNativeQuery(STORE)
                                .setParameter(1, position.getKey())
                                .setParameter(2, position.getValue())
                                .executeUpdate()));
    }
}
