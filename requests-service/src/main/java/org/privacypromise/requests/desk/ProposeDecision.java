package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.decision.GrantRequest;
import org.privacypromise.requests.desk.WorkOnRequest.Done;
import org.privacypromise.requests.desk.step.DeskStep;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.lifecycle.Decision;

/**
 * Proposes what becomes of a request. A refusal always waits for a second person, and so does a grant where policy asks
 * for it; any other grant is done at once.
 */
@ApplicationScoped
class ProposeDecision {

    private final WorkOnRequest working;
    private final ProposalRepository proposals;
    private final DeskTexts texts;
    private final GrantRequest granting;
    private final DeskConfig policy;
    private final Clock clock;

    ProposeDecision(
            WorkOnRequest working,
            ProposalRepository proposals,
            DeskTexts texts,
            GrantRequest granting,
            DeskConfig policy,
            Clock clock) {
        this.working = working;
        this.proposals = proposals;
        this.texts = texts;
        this.granting = granting;
        this.policy = policy;
        this.clock = clock;
    }

    /** @throws org.privacypromise.frame.ProblemException if it refuses without a ground and evidence */
    Uni<DeskFile> propose(Visit visit, NewProposal wish) {
        wish.requireComplete();
        int shortest = wish.refuses() ? DeskTexts.REASON : 1;
        PersonalText explanation = DeskTexts.required(wish.explanation(), shortest, "/explanation");
        PersonalText evidence =
                wish.evidence() == null ? null : DeskTexts.required(wish.evidence(), shortest, "/evidence");
        DeskStep step = wish.refuses() ? DeskStep.PROPOSE_REFUSAL : DeskStep.PROPOSE_GRANT;
        return working.work(visit, step, file -> {
            if (wish.refuses() || takesTwo(file)) {
                return keep(visit, wish, evidence, explanation);
            }
            return granting.grant(visit.request(), new Decision(visit.by().account(), explanation))
                    .replaceWith(Done.of(Deed.GRANTED));
        });
    }

    private boolean takesTwo(DeskFile file) {
        return policy.approvedGrants().orElse(Set.of()).contains(file.request().right());
    }

    private Uni<Done> keep(Visit visit, NewProposal wish, @Nullable PersonalText evidence, PersonalText explanation) {
        return texts.forWriting(visit.request())
                .chain(key -> proposals.persist(proposal(visit, wish, evidence, explanation, key)))
                .map(kept -> new Done(
                        wish.refuses() ? Deed.REFUSAL_PROPOSED : Deed.GRANT_PROPOSED,
                        null,
                        wish.ground() == null ? null : wish.ground().name()));
    }

    private Proposal proposal(
            Visit visit, NewProposal wish, @Nullable PersonalText evidence, PersonalText explanation, DataKey key) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String by = visit.by().account();
        byte[] told = FieldCipher.encrypt(key, Proposal.placeOf(id, Proposal.EXPLANATION), explanation);
        if (wish.ground() == null || evidence == null) {
            return Proposal.toGrant(id, visit.request(), told, by, now);
        }
        byte[] filed = FieldCipher.encrypt(key, Proposal.placeOf(id, Proposal.EVIDENCE), evidence);
        return Proposal.toRefuse(id, visit.request(), wish.ground(), filed, told, by, now);
    }
}
