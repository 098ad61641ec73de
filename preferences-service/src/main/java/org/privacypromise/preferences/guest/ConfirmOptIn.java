package org.privacypromise.preferences.guest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.ChoicePolicy;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.contact.DecideAtContactPoint;
import org.privacypromise.preferences.guest.token.ConfirmationToken;

/** Makes a permission of a sign-up that somebody confirms from their mailbox; once, whatever happens afterwards. */
@ApplicationScoped
class ConfirmOptIn {

    private final PendingOptInRepository pendingOptIns;
    private final ChangeChoices changeChoices;
    private final DecideAtContactPoint atContactPoint;
    private final ChoicePolicy policy;
    private final Clock clock;

    ConfirmOptIn(
            PendingOptInRepository pendingOptIns,
            ChangeChoices changeChoices,
            DecideAtContactPoint atContactPoint,
            ChoicePolicy policy,
            Clock clock) {
        this.pendingOptIns = pendingOptIns;
        this.changeChoices = changeChoices;
        this.atContactPoint = atContactPoint;
        this.policy = policy;
        this.clock = clock;
    }

    /** What the link would confirm; empty if nothing any more. */
    @WithSession
    Uni<List<Cell>> askedFor(ConfirmationToken token) {
        return pendingOptIns.findById(token.signUp()).map(pending -> valid(token, pending));
    }

    /** What is confirmed now, or was before by the same link; empty if nothing any more. */
    Uni<List<Cell>> confirm(ConfirmationToken token) {
        return Panache.withTransaction(() -> pendingOptIns
                .contactRefOf(token.signUp())
                .chain(contactRef -> contactRef == null
                        ? Uni.createFrom().item(List.of())
                        : changeChoices
                                .takeTurnAt(contactRef)
                                .chain(() -> pendingOptIns.findById(token.signUp()))
                                .chain(pending -> confirm(token, pending))));
    }

    private Uni<List<Cell>> confirm(ConfirmationToken token, @Nullable PendingOptIn pending) {
        List<Cell> cells = valid(token, pending);
        if (pending == null || cells.isEmpty() || pending.isConfirmed()) {
            return Uni.createFrom().item(cells);
        }
        Instant now = clock.instant();
        pending.confirm(now);
        return atContactPoint
                .allow(pending.contactRef(), cells, pending.evidence(now), pending.details())
                .replaceWith(cells);
    }

    private List<Cell> valid(ConfirmationToken token, @Nullable PendingOptIn pending) {
        return pending == null || token.isOver(clock.instant())
                ? List.of()
                : pending.cells().stream()
                        .filter(cell -> policy.stillCovers(cell, pending.noticeVersion()))
                        .toList();
    }
}
