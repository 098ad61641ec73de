package org.privacypromise.requests.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.lifecycle.step.Ground;

/**
 * What a colleague proposes, for whoever decides on it.
 *
 * @param evidence for the file
 * @param explanation for the person who asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposalView(
        UUID proposalId,
        Proposal.Outcome outcome,
        @Nullable Ground ground,
        @Nullable String evidence,
        String explanation,
        String proposedBy,
        Instant proposedAt,
        Proposal.State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {}
