package org.privacypromise.preferences.propagation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.privacypromise.preferences.propagation.lag.LagDistribution;

/** How long systems took, hour by hour, counted by classes of durations. */
@ApplicationScoped
class LagRepository {

    /** Where a measured duration is counted. */
    record Slot(String system, Instant hour, int lagClass) implements Comparable<Slot> {

        private static final Comparator<Slot> ORDER =
                Comparator.comparing(Slot::system).thenComparing(Slot::hour).thenComparing(Slot::lagClass);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    /** How many changes, and the longest of them. */
    record Tally(long changes, long longestMillis) {

        Tally plus(Tally other) {
            return new Tally(changes + other.changes, Math.max(longestMillis, other.longestMillis));
        }
    }

    Uni<Integer> add(Slot slot, Tally tally) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO propagation_lag AS l (system, hour, lag_class, changes, longest_millis)
                        VALUES (?1, ?2, ?3, ?4, ?5)
                        ON CONFLICT (system, hour, lag_class) DO UPDATE
                            SET changes = l.changes + EXCLUDED.changes,
                                longest_millis = greatest(l.longest_millis, EXCLUDED.longest_millis)""")
                        .setParameter(1, slot.system())
                        .setParameter(2, slot.hour())
                        .setParameter(3, (short) slot.lagClass())
                        .setParameter(4, tally.changes())
                        .setParameter(5, tally.longestMillis())
                        .executeUpdate());
    }

    /** By system, in the hours from this one on. */
    Uni<Map<String, LagDistribution>> since(Instant time) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT system, lag_class, sum(changes)::bigint, max(longest_millis) FROM propagation_lag
                         WHERE hour >= ?1 GROUP BY system, lag_class""", Tuple.class)
                        .setParameter(1, time)
                        .getResultList())
                .map(rows -> {
                    Map<String, Map<Integer, Long>> classes = new HashMap<>();
                    Map<String, Long> longest = new HashMap<>();
                    for (Tuple row : rows) {
                        String system = row.get(0, String.class);
                        classes.computeIfAbsent(system, none -> new HashMap<>())
                                .put(row.get(1, Number.class).intValue(), row.get(2, Long.class));
                        longest.merge(system, row.get(3, Long.class), Math::max);
                    }
                    Map<String, LagDistribution> lags = new HashMap<>();
                    classes.forEach((system, counts) ->
                            lags.put(system, new LagDistribution(counts, longest.getOrDefault(system, 0L))));
                    return lags;
                });
    }

    Uni<Integer> removeBefore(Instant time) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM propagation_lag WHERE hour < ?1")
                        .setParameter(1, time)
                        .executeUpdate());
    }
}
