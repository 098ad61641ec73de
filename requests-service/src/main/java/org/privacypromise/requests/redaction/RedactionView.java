package org.privacypromise.requests.redaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the log. Persons are named by the subject of their token. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedactionView(
        UUID redactionId,
        String system,
        String pointer,
        String reason,
        RedactionState state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {}
