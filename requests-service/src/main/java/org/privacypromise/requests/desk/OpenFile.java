package org.privacypromise.requests.desk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.DeriveDueDate;
import org.privacypromise.requests.clock.LawInWords;
import org.privacypromise.requests.history.Access;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.history.NoteAccess;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.security.Staff;

/** Lets somebody look at a request: with a purpose, if it is not their own, and never without its being noted. */
@ApplicationScoped
class OpenFile {

    private final RequestRepository requests;
    private final DeskCaseRepository cases;
    private final ProposalRepository proposals;
    private final NoteAccess noting;
    private final DeriveDueDate dueDate;
    private final LawInWords law;

    OpenFile(
            RequestRepository requests,
            DeskCaseRepository cases,
            ProposalRepository proposals,
            NoteAccess noting,
            DeriveDueDate dueDate,
            LawInWords law) {
        this.requests = requests;
        this.cases = cases;
        this.proposals = proposals;
        this.noting = noting;
        this.dueDate = dueDate;
        this.law = law;
    }

    /** @param answer makes the answer of what is there, in the same session */
    <T> Uni<T> look(Visit visit, Deed deed, Function<DeskFile, Uni<T>> answer) {
        return noting.purpose(visit.by(), visit.request(), visit.purpose())
                .chain(purpose -> Panache.withTransaction(() -> requests.findById(visit.request())
                        .map(request -> requireOther(request, visit.by()))
                        .call(request -> noting.note(Access.of(visit.by(), deed, request.id(), purpose)))
                        .chain(this::file)
                        .chain(answer::apply)));
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

    /** The request, if there is one and it is not their own. */
    static Request requireOther(@Nullable Request request, Staff who) {
        if (request == null) {
            throw Problems.notFound();
        }
        who.requireOther(request.customerId());
        return request;
    }
}
