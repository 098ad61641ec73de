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
 * @param text the same in plain words
 */
public record PropagationView(int done, int of, String text, List<SystemProgress> systems) {

    /**
     * One system's part.
     *
     * @param effectiveFrom since when the change is in force there; null until the system says so
     * @param tookMillis from the customer's decision to that moment
     */
    public record SystemProgress(
            String system,
            String state,
            @Nullable Instant effectiveFrom,
            @Nullable Long tookMillis) {

        static SystemProgress sent(String system) {
            return new SystemProgress(system, "sent", null, null);
        }

        static SystemProgress acknowledged(String system, Instant changedAt, Instant effectiveFrom) {
            long took = Duration.between(changedAt, effectiveFrom).toMillis();
            // Two machines' clocks: in force "before" it was decided is as fast as can be measured.
            return new SystemProgress(system, "acknowledged", effectiveFrom, Math.max(0, took));
        }
    }

    static PropagationView of(List<SystemProgress> systems) {
        int done = (int) systems.stream()
                .filter(system -> system.effectiveFrom() != null)
                .count();
        String text = done == systems.size()
                ? "All " + done + " systems have your last change."
                : done + " of " + systems.size() + " systems have your last change.";
        return new PropagationView(done, systems.size(), text, systems);
    }

    /** For somebody who has not chosen anything yet. */
    public static PropagationView nothingSent() {
        return new PropagationView(0, 0, "You have not changed anything yet.", List.of());
    }
}
