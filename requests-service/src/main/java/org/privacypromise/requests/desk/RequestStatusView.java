package org.privacypromise.requests.desk;

import java.time.LocalDate;
import java.util.UUID;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.Status;

/** Where a request stands, as a caller may be told. */
record RequestStatusView(UUID requestId, Right right, Status status, LocalDate receivedOn, LocalDate dueDate) {

    static RequestStatusView from(Request request) {
        return new RequestStatusView(
                request.id(),
                request.right(),
                request.status(),
                request.derivation().facts().received(),
                request.dueDate());
    }
}
