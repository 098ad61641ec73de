package org.privacypromise.preferences.legacyimport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;

/**
 * A line of an import that waits to be applied.
 *
 * @param receivedAt when its file came
 * @param source how it was collected, as the file says it
 * @param reference where the file says that it is shown
 */
public record StagedChoice(
        Cell cell,
        boolean allowed,
        @Nullable Instant decidedAt,
        Instant receivedAt,
        @Nullable String source,
        @Nullable String reference) {}
