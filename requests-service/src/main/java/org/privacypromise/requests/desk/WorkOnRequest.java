package org.privacypromise.requests.desk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.desk.step.DeskStep;
import org.privacypromise.requests.history.Access;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.history.LookAtRequest;
import org.privacypromise.requests.history.NoteAccess;
import org.privacypromise.requests.history.StatedPurpose;
import org.privacypromise.requests.lifecycle.RequestRepository;

/**
 * Lets somebody of the staff do something with a request: with a purpose, on the version that they have read, if it is
 * possible now, and not with their own. What is done and that it was done are committed together or not at all.
 */
@ApplicationScoped
class WorkOnRequest {

    private final RequestRepository requests;
    private final DeskCaseRepository cases;
    private final OpenFile files;
    private final NoteAccess noting;
    private final Clock clock;

    WorkOnRequest(
            RequestRepository requests, DeskCaseRepository cases, OpenFile files, NoteAccess noting, Clock clock) {
        this.requests = requests;
        this.cases = cases;
        this.files = files;
        this.noting = noting;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param before what it changed, as it was; nothing of the customer's
     */
    record Done(
            Deed deed, @Nullable String before, @Nullable String after) {

        static Done of(Deed deed) {
            return new Done(deed, null, null);
        }
    }

    /**
     * Does it.
     *
     * @param work in the transaction, in which the request is locked
     * @return the file as it is afterwards
     */
    Uni<DeskFile> work(Visit visit, DeskStep step, Function<DeskFile, Uni<Done>> work) {
        return noting.purpose(visit.by(), visit.request(), visit.purpose())
                .chain(purpose -> Panache.withTransaction(() -> requests.lock(visit.request())
                        .map(request -> LookAtRequest.requireOther(request, visit.by()))
                        .chain(files::file)
                        .invoke(file -> require(file, visit.ifMatch(), step))
                        .chain(file -> work.apply(file)
                                .chain(done -> note(visit, done, purpose))
                                .chain(() -> touch(file.desk()))
                                .chain(() -> files.file(file.request())))));
    }

    private void require(DeskFile file, @Nullable String ifMatch, DeskStep step) {
        if (ifMatch == null) {
            throw Problems.versionNeeded();
        }
        if (!List.of(ifMatch.split("\\s*,\\s*", -1)).contains("\"" + file.version() + "\"")) {
            throw Problems.changedMeanwhile();
        }
        Set<DeskStep> possible = file.possible(LocalDate.now(clock));
        if (!possible.contains(step)) {
            throw Problems.notPossible(possible);
        }
    }

    private Uni<Void> note(Visit visit, Done done, StatedPurpose purpose) {
        return noting.note(new Access(visit.by(), done.deed(), visit.request(), purpose, done.before(), done.after()));
    }

    private Uni<DeskCase> touch(DeskCase desk) {
        desk.touch();
        return cases.persist(desk);
    }
}
