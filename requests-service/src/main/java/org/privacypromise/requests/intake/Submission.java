package org.privacypromise.requests.intake;

import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.lifecycle.Request;

/**
 * What became of somebody's asking.
 *
 * @param fresh whether it made a new request; otherwise it is the one from before
 * @param trackingKey for the guest who made a new one
 */
record Submission(Request request, boolean fresh, @Nullable String trackingKey) {

    static Submission known(Request request) {
        return new Submission(request, false, null);
    }
}
