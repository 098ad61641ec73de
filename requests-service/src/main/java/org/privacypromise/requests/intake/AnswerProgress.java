package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.lifecycle.Request;

/** How far the answer to a request has come: for whoever shows the request. */
public interface AnswerProgress {

    /** In the caller's session. */
    Uni<Progress> of(Request request);

    /**
     * @param tasks null while nothing is planned
     * @param report what an erasure has erased and kept; null for anything else, and before it is answered
     */
    record Progress(@Nullable TasksView tasks, @Nullable Object report) {}

    /** How many of the systems have done their part. */
    record TasksView(int done, int of) {}
}
