package org.privacypromise.preferences.propagation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a change has come on its way to every system.
 *
 * @param done how many systems have it in force
 * @param of how many there are
 * @param text the same in plain words, with by when the others will
 */
public record PropagationView(int done, int of, String text, List<SystemProgress> systems) {

    /**
     * One system's part.
     *
     * @param name the system's in words
     * @param state {@code sent}; {@code acknowledged}; {@code overdue} once it has not said so within its target time
     * @param dueBy by when the system means to have it
     * @param effectiveFrom since when the change is in force there; null until the system says so
     * @param tookMillis from the customer's decision to that moment
     */
    public record SystemProgress(
            String system,
            String name,
            String state,
            Instant dueBy,
            @Nullable Instant effectiveFrom,
            @Nullable Long tookMillis) {

        static SystemProgress waiting(String system, String name, Instant dueBy, Instant now) {
            return new SystemProgress(system, name, now.isAfter(dueBy) ? "overdue" : "sent", dueBy, null, null);
        }

        static SystemProgress acknowledged(
                String system, String name, Instant dueBy, Instant changedAt, Instant effectiveFrom) {
            long took = Duration.between(changedAt, effectiveFrom).toMillis();
            // Two machines' clocks: in force "before" it was decided is as fast as can be measured.
            return new SystemProgress(system, name, "acknowledged", dueBy, effectiveFrom, Math.max(0, took));
        }

        boolean done() {
            return effectiveFrom != null;
        }
    }

    static PropagationView of(List<SystemProgress> systems, PropagationWords words) {
        int done = (int) systems.stream().filter(SystemProgress::done).count();
        return new PropagationView(done, systems.size(), words.of(systems), systems);
    }

    /** For somebody who has not chosen anything yet. */
    public static PropagationView nothingSent(String language) {
        return new PropagationView(0, 0, PropagationWords.nothing(language), List.of());
    }
}
