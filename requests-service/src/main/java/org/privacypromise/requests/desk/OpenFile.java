package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.DeriveDueDate;
import org.privacypromise.requests.clock.LawInWords;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.history.LookAtRequest;
import org.privacypromise.requests.lifecycle.Request;

/** Lets somebody look at a request: with a purpose, if it is not their own, and never without its being noted. */
@ApplicationScoped
class OpenFile {

    private final DeskCaseRepository cases;
    private final ProposalRepository proposals;
    private final LookAtRequest looking;
    private final DeriveDueDate dueDate;
    private final LawInWords law;

    OpenFile(
            DeskCaseRepository cases,
            ProposalRepository proposals,
            LookAtRequest looking,
            DeriveDueDate dueDate,
            LawInWords law) {
        this.cases = cases;
        this.proposals = proposals;
        this.looking = looking;
        this.dueDate = dueDate;
        this.law = law;
    }

    /** @param answer makes the answer of what is there, in the same session */
    <T> Uni<T> look(Visit visit, Deed deed, Function<DeskFile, Uni<T>> answer) {
        return looking.look(
                visit.by(),
                visit.request(),
                deed,
                visit.purpose(),
                request -> file(request).chain(answer::apply));
    }

    /** As it is now, in the caller's session. */
    Uni<DeskFile> file(Request request) {
        UUID id = request.id();
        return cases.of(id)
                .chain(desk -> proposals.openOf(id).map(open -> new DeskFile(request, desk, noticeBy(request), open)));
    }

    /** Also of what was asked when the law still gave the right. */
    private @Nullable LocalDate noticeBy(Request request) {
        return law.rights(request.regime()).contains(request.right())
                ? dueDate.of(request.derivation().facts().withExtension()).noticeBy()
                : null;
    }
}
