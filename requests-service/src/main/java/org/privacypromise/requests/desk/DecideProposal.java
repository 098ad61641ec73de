package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.decision.GrantRequest;
import org.privacypromise.requests.decision.RefuseRequest;
import org.privacypromise.requests.desk.Proposal.State;
import org.privacypromise.requests.desk.WorkOnRequest.Done;
import org.privacypromise.requests.desk.step.DeskStep;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.security.FourEyes;

/** Decides on what a colleague has proposed: whoever proposed it does not. What is approved is done at once. */
@ApplicationScoped
class DecideProposal {

    private final WorkOnRequest working;
    private final DeskTexts texts;
    private final GrantRequest granting;
    private final RefuseRequest refusing;
    private final Clock clock;

    DecideProposal(WorkOnRequest working, DeskTexts texts, GrantRequest granting, RefuseRequest refusing, Clock clock) {
        this.working = working;
        this.texts = texts;
        this.granting = granting;
        this.refusing = refusing;
        this.clock = clock;
    }

    Uni<DeskFile> approve(Visit visit, UUID proposalId) {
        return decide(visit, proposalId, State.APPROVED);
    }

    /** The request goes on as if nothing had been proposed. */
    Uni<DeskFile> turnDown(Visit visit, UUID proposalId) {
        return decide(visit, proposalId, State.TURNED_DOWN);
    }

    private Uni<DeskFile> decide(Visit visit, UUID proposalId, State decision) {
        return working.work(visit, DeskStep.DECIDE, file -> {
            Proposal proposal = file.open();
            if (proposal == null || !proposal.id().equals(proposalId)) {
                throw Problems.notFound();
            }
            String account = visit.by().account();
            FourEyes.requireAnother(proposal.proposedBy(), account);
            proposal.decide(decision, account, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return decision == State.APPROVED
                    ? carryOut(proposal, account)
                    : Uni.createFrom().item(new Done(Deed.TURNED_DOWN, proposal.proposedBy(), null));
        });
    }

    private Uni<Done> carryOut(Proposal proposal, String account) {
        UUID request = proposal.requestId();
        return texts.forReading(request)
                .map(read -> new Decision(
                        account,
                        PersonalText.of(read.apply(new DeskTexts.Sealed(
                                Proposal.placeOf(proposal.id(), Proposal.EXPLANATION), proposal.explanation())))))
                .chain(decision -> switch (proposal.outcome()) {
                    case GRANT -> granting.grant(request, decision).replaceWith(Deed.GRANTED);
                    case REFUSE ->
                        refusing.refuse(request, Objects.requireNonNull(proposal.ground()), decision)
                                .replaceWith(Deed.REFUSED);
                })
                .map(deed -> new Done(deed, proposal.proposedBy(), account));
    }
}
