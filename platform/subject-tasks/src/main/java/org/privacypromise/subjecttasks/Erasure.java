package org.privacypromise.subjecttasks;

import java.util.List;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.personaldata.DestructionCertificate;

/**
 * What an erasure has done.
 *
 * @param heldAnything whether there was anything about the subject, erased now or kept; false the second time
 * @param kept what is left, each with the retention rule that keeps it, among those that the task allows
 * @param certificates of the keys that were destroyed, now or earlier
 */
public record Erasure(boolean heldAnything, List<TaskAnswered.Kept> kept, List<DestructionCertificate> certificates) {

    public Erasure {
        kept = List.copyOf(kept);
        certificates = List.copyOf(certificates);
    }

    /** There was nothing, and nothing is left. */
    public static Erasure ofNothing() {
        return new Erasure(false, List.of(), List.of());
    }

    /** Everything is gone. */
    public static Erasure ofEverything(List<DestructionCertificate> certificates) {
        return new Erasure(true, List.of(), certificates);
    }
}
