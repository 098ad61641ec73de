package org.privacypromise.identity.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.privacypromise.identity.verification.PastVerifications.Attempt;
import org.privacypromise.identity.verification.Purpose;

/**
 * Somebody wanted a code in this customer's name.
 *
 * @param outcome {@code VERIFIED}, {@code FAILED} after too many wrong codes, {@code EXPIRED}, or {@code OPEN}
 * @param contactPoint where the code went, masked; absent if the customer has it no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttemptView(
        Instant startedAt,
        Purpose purpose,
        String outcome,
        @Nullable String contactPoint) {

    static AttemptView from(Attempt attempt, @Nullable String masked) {
        return new AttemptView(
                attempt.startedAt(),
                attempt.purpose(),
                attempt.outcome() == null ? "OPEN" : attempt.outcome().name(),
                masked);
    }
}
