package org.privacypromise.requests.desk;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.desk.step.DeskStep;
import org.privacypromise.requests.desk.step.PossibleSteps;
import org.privacypromise.requests.lifecycle.Request;

/**
 * Everything that decides about what the desk may do with a request.
 *
 * @param noticeBy the last day on which the person can be told of an extension; null where the law knows none
 * @param open what a colleague has proposed and nobody has decided; null if there is nothing
 */
record DeskFile(
        Request request,
        DeskCase desk,
        @Nullable LocalDate noticeBy,
        @Nullable Proposal open) {

    /** Changes with each step of the request, whoever takes it, and with whatever the desk does. */
    String version() {
        return request.version() + "." + desk.revision();
    }

    Set<DeskStep> possible(LocalDate today) {
        return new PossibleSteps(
                        request.status(),
                        request.derivation().facts(),
                        request.identityAskedOn() != null,
                        noticeBy != null && !today.isAfter(noticeBy),
                        request.isWeighed(),
                        open != null)
                .all();
    }
}
