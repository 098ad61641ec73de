package org.privacypromise.requests.fulfilment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.requests.exemption.GivenUp;

/**
 * What one system has answered to a request for access.
 *
 * @param givenUp why its part is missing; null if it is there
 * @param upload where its data is in safe keeping; null if it holds nothing
 */
public record SystemAnswer(
        String system,
        @Nullable Instant issuedAt,
        @Nullable Instant answeredAt,
        TaskAnswered.Outcome outcome,
        @Nullable GivenUp givenUp,
        @Nullable UUID upload,
        @Nullable String sha256,
        long bytes) {}
