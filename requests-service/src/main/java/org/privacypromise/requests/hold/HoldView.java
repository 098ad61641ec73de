package org.privacypromise.requests.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold as the privacy team sees it. Persons are named by the subject of their token.
 *
 * @param categories what must not be erased; empty for everything
 * @param authority who demands it
 * @param inForce whether it binds now
 * @param liftAskedBy who wants it lifted, for a second person to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
        UUID holdId,
        String customerId,
        List<String> categories,
        String reason,
        String authority,
        boolean inForce,
        String setBy,
        Instant setAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable String liftAskedBy,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt) {}
