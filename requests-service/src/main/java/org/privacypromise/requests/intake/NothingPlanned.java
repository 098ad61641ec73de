package org.privacypromise.requests.intake;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.requests.lifecycle.Request;

/** For as long as nothing else knows how far an answer has come. */
@DefaultBean
@ApplicationScoped
class NothingPlanned implements AnswerProgress {

    @Override
    public Uni<Progress> of(Request request) {
        return Uni.createFrom().item(new Progress(null, null));
    }
}
