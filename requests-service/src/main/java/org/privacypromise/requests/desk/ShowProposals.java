package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.privacypromise.requests.history.Deed;

/** What was proposed about a request, and what became of it, for whoever decides. */
@ApplicationScoped
class ShowProposals {

    private final OpenFile files;
    private final ProposalRepository proposals;
    private final DeskTexts texts;

    ShowProposals(OpenFile files, ProposalRepository proposals, DeskTexts texts) {
        this.files = files;
        this.proposals = proposals;
        this.texts = texts;
    }

    /** The first one first. */
    Uni<List<ProposalView>> of(Visit visit) {
        return files.look(
                visit,
                Deed.READ,
                file -> proposals
                        .of(visit.request())
                        .chain(all -> texts.forReading(visit.request())
                                .map(read ->
                                        all.stream().map(one -> view(one, read)).toList())));
    }

    private static ProposalView view(Proposal proposal, Function<DeskTexts.Sealed, String> read) {
        byte[] evidence = proposal.evidence();
        return new ProposalView(
                proposal.id(),
                proposal.outcome(),
                proposal.ground(),
                evidence == null
                        ? null
                        : read.apply(
                                new DeskTexts.Sealed(Proposal.placeOf(proposal.id(), Proposal.EVIDENCE), evidence)),
                read.apply(new DeskTexts.Sealed(
                        Proposal.placeOf(proposal.id(), Proposal.EXPLANATION), proposal.explanation())),
                proposal.proposedBy(),
                proposal.proposedAt(),
                proposal.state(),
                proposal.decidedBy(),
                proposal.decidedAt());
    }
}
