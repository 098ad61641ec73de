package org.privacypromise.requests.decision;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.lifecycle.Request;

/** For as long as nobody knows how far the systems are: then it may be too late. */
@DefaultBean
@ApplicationScoped
class NothingToStop implements StopFulfilment {

    private static final ProblemType UNDER_WAY =
            new ProblemType("fulfilment-under-way", 409, "The systems are at work on it");

    @Override
    public Uni<Void> stop(Request request) {
        return Uni.createFrom().failure(new ProblemException(UNDER_WAY, "It is too late to refuse it."));
    }
}
