package org.privacypromise.preferences.unsubscribe;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.contact.DecideAtContactPoint;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;
import org.privacypromise.register.PurposeRegister;

/**
 * Opts a contact point, and every customer who is reached by it, out of what the link's message was about, and of
 * nothing else. A customer who had chosen otherwise is shown so. All of it or nothing; twice is the same as once.
 */
@ApplicationScoped
class Unsubscribe {

    /** What the reader of a message had before their eyes is not known (BCP 47: undetermined). */
    private static final String UNKNOWN_LANGUAGE = "und";

    private final ChangeChoices changeChoices;
    private final DecideAtContactPoint atContactPoint;
    private final PurposeRegister register;
    private final Clock clock;

    Unsubscribe(
            ChangeChoices changeChoices, DecideAtContactPoint atContactPoint, PurposeRegister register, Clock clock) {
        this.changeChoices = changeChoices;
        this.atContactPoint = atContactPoint;
        this.register = register;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> by(UnsubscribeToken token) {
        Evidence evidence = new Evidence(
                Source.UNSUBSCRIBE_LINK, token.contactRef(), register.version(), UNKNOWN_LANGUAGE, clock.instant());
        Cell cell = new Cell(token.purpose(), token.channel(), token.brand());
        // The contact point first, then its customers in a fixed order: two links at once cannot lock each other out.
        return changeChoices
                .takeTurnAt(token.contactRef())
                .chain(() -> atContactPoint.refuse(token.contactRef(), List.of(cell), evidence, Map.of()));
    }
}
