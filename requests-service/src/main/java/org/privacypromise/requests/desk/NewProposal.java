package org.privacypromise.requests.desk;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.lifecycle.step.Ground;

/**
 * What somebody of the desk wants to be decided.
 *
 * @param ground why the law lets it be refused; only for a refusal
 * @param evidence what shows it, for the file (Art. 12(5): the burden of proof is ours); only for a refusal
 * @param explanation for the person who asked
 */
record NewProposal(
        @NotNull Proposal.Outcome outcome,
        @Nullable Ground ground,
        @Nullable PersonalText evidence,
        @NotNull PersonalText explanation) {

    boolean refuses() {
        return outcome == Proposal.Outcome.REFUSE;
    }

    /** @throws ProblemException if it refuses without a ground and evidence, or grants with them */
    void requireComplete() {
        if (refuses() != (ground != null) || refuses() != (evidence != null)) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Correct the named fields and send it again.",
                    new Problem.Fault("/ground", "say it if you refuse, and leave it out if you grant"),
                    new Problem.Fault(
                            "/evidence", "write down what shows it if you refuse, and leave it out if you grant"));
        }
    }
}
