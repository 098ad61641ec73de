package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.desk.WorkOnRequest.Done;
import org.privacypromise.requests.desk.step.DeskStep;
import org.privacypromise.requests.history.Deed;

/** Says who looks after a request from now on, or that nobody does. */
@ApplicationScoped
class AssignRequest {

    private final WorkOnRequest working;

    AssignRequest(WorkOnRequest working) {
        this.working = working;
    }

    Uni<DeskFile> assign(Visit visit, @Nullable String account) {
        return working.work(visit, DeskStep.ASSIGN, file -> {
            String before = file.desk().assignee();
            file.desk().assign(account);
            return Uni.createFrom().item(new Done(Deed.ASSIGNED, before, account));
        });
    }
}
