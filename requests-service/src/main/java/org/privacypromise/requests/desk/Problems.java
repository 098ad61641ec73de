package org.privacypromise.requests.desk;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.desk.step.DeskStep;

/** How the desk says no. */
final class Problems {

    private static final ProblemType STEP_NOT_POSSIBLE =
            new ProblemType("step-not-possible", 409, "This cannot be done with the request as it stands");
    private static final ProblemType CHANGED_MEANWHILE =
            new ProblemType("changed-meanwhile", 412, "The request is not as you have read it");
    private static final ProblemType VERSION_NEEDED =
            new ProblemType("version-needed", 428, "Say which version of the request you have read");

    private Problems() {}

    static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "Take the IDs from GET /desk/requests.");
    }

    static ProblemException notPossible(Set<DeskStep> possible) {
        return new ProblemException(
                STEP_NOT_POSSIBLE,
                "Possible now: "
                        + possible.stream()
                                .map(step ->
                                        step.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    static ProblemException changedMeanwhile() {
        return new ProblemException(
                CHANGED_MEANWHILE, "Read it again (GET /desk/requests/{id}) and do it if it still fits.");
    }

    static ProblemException versionNeeded() {
        return new ProblemException(VERSION_NEEDED, "Send the ETag of GET /desk/requests/{id} in the header If-Match.");
    }
}
