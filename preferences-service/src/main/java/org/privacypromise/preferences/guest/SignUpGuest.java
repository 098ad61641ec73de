package org.privacypromise.preferences.guest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.ChoicePolicy;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.ChoiceMatrix;
import org.privacypromise.preferences.contact.DecideAtContactPoint;
import org.privacypromise.preferences.guest.GuestPreferencesView.GuestChoiceView;
import org.privacypromise.preferences.guest.GuestPreferencesView.State;

/**
 * Takes what somebody filled in without signing in. Anybody can type anybody's address: a no counts at once, a yes only
 * where the register lets it and nobody there has ever said no; else it waits to be confirmed from the mailbox.
 */
@ApplicationScoped
class SignUpGuest {

    private final ChangeChoices changeChoices;
    private final DecideAtContactPoint atContactPoint;
    private final ChoicePolicy policy;
    private final PendingOptInRepository pendingOptIns;
    private final ConfirmationLinks links;
    private final GuestConfig config;

    SignUpGuest(
            ChangeChoices changeChoices,
            DecideAtContactPoint atContactPoint,
            ChoicePolicy policy,
            PendingOptInRepository pendingOptIns,
            ConfirmationLinks links,
            GuestConfig config) {
        this.changeChoices = changeChoices;
        this.atContactPoint = atContactPoint;
        this.policy = policy;
        this.pendingOptIns = pendingOptIns;
        this.links = links;
        this.config = config;
    }

    Uni<GuestPreferencesView> signUp(SignUp signUp) {
        return Panache.withTransaction(() -> changeChoices
                .takeTurnAt(signUp.contactRef())
                .chain(() -> atContactPoint.refuse(
                        signUp.contactRef(), signUp.cells(false), signUp.evidence(), signUp.details()))
                .chain(() -> atContactPoint.choicesAt(signUp.contactRef()))
                .chain(chosen -> allow(signUp, chosen)));
    }

    private Uni<GuestPreferencesView> allow(SignUp signUp, ChoiceMatrix chosen) {
        List<Cell> toConfirm = new ArrayList<>();
        List<Cell> atOnce = new ArrayList<>();
        for (Cell cell : signUp.cells(true)) {
            Choice choice = chosen.at(cell).orElse(null);
            boolean holds = choice != null && choice.allowed() && policy.stillCovers(cell, choice.noticeVersion());
            boolean confirm = !holds && (policy.needsConfirmation(cell) || (choice != null && !choice.allowed()));
            (confirm ? toConfirm : atOnce).add(cell);
        }
        return atContactPoint
                .allow(signUp.contactRef(), atOnce, signUp.evidence(), signUp.details())
                .chain(allowed -> (toConfirm.isEmpty()
                                ? Uni.createFrom().<PendingOptIn>nullItem()
                                : pending(signUp, toConfirm))
                        .map(pending -> view(signUp, allowed, pending)));
    }

    /** The same sign-up twice gets one link. */
    private Uni<PendingOptIn> pending(SignUp signUp, List<Cell> cells) {
        Instant now = signUp.evidence().at();
        return pendingOptIns
                .openAt(signUp.contactRef(), now)
                .chain(open -> open.stream()
                        .filter(known -> known.isFor(signUp, cells))
                        .findFirst()
                        .map(known -> Uni.createFrom().item(known))
                        .orElseGet(() -> pendingOptIns.persist(
                                PendingOptIn.of(signUp, cells, now.plus(config.confirmWithin())))));
    }

    private GuestPreferencesView view(SignUp signUp, List<Cell> allowed, @Nullable PendingOptIn pending) {
        List<GuestChoiceView> choices = signUp.decisions().stream()
                .map(decision -> GuestChoiceView.of(
                        decision.cell(),
                        allowed.contains(decision.cell())
                                ? State.ALLOWED
                                : pending != null
                                                && decision.allowed()
                                                && pending.cells().contains(decision.cell())
                                        ? State.PENDING
                                        : State.REFUSED))
                .toList();
        return new GuestPreferencesView(
                choices, pending == null ? null : links.linkFor(pending), pending == null ? null : pending.expiresAt());
    }
}
