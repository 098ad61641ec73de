package org.privacypromise.requests.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.lifecycle.Request;

/**
 * What became of somebody's asking.
 *
 * @param requests one for each right, in the order in which they were asked for
 * @param fresh whether it made a new request; otherwise all are from before
 * @param trackingKey for the guest who made new ones; the same for all
 */
record Submitted(
        List<Request> requests, boolean fresh, @Nullable String trackingKey) {

    static Submitted known(List<Request> requests) {
        return new Submitted(requests, false, null);
    }
}
