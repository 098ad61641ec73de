package org.privacypromise.requests.fulfilment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.TaskAnswered;

/**
 * What one system has answered to a request for access.
 *
 * @param upload where its data is in safe keeping; null if it holds nothing
 */
public record SystemAnswer(
        String system,
        @Nullable Instant issuedAt,
        @Nullable Instant answeredAt,
        TaskAnswered.Outcome outcome,
        @Nullable UUID upload,
        @Nullable String sha256,
        long bytes) {}
