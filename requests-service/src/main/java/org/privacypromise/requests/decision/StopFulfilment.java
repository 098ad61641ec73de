package org.privacypromise.requests.decision;

import io.smallrye.mutiny.Uni;
import org.privacypromise.requests.lifecycle.Request;

/** Ends the systems' work on a request that is refused meanwhile; for whoever has given them that work. */
public interface StopFulfilment {

    /**
     * In the caller's transaction, in which the request is locked.
     *
     * @return fails with a problem once something was done that cannot be undone
     */
    Uni<Void> stop(Request request);
}
