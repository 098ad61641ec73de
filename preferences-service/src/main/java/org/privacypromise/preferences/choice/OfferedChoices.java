package org.privacypromise.preferences.choice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.ChoiceMatrix;
import org.privacypromise.preferences.choice.matrix.EverythingOff;
import org.privacypromise.preferences.purpose.NoticeHistory;
import org.privacypromise.preferences.purpose.notice.Standing;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.PurposeRegister;

/** Which choices there are, as the purpose register says, and what holds in each of them. */
@ApplicationScoped
class OfferedChoices {

    private final List<Offer> offers;
    private final List<Cell> switchable;
    private final NoticeHistory notices;

    /** A cell, and whether it is the customer's choice. */
    private record Offer(Cell cell, boolean changeable) {

        static Offer of(ChoiceCell cell) {
            return new Offer(new Cell(cell.purpose(), cell.channel(), cell.brand()), cell.changeable());
        }
    }

    OfferedChoices(PurposeRegister register, NoticeHistory notices) {
        this.offers = register.choices().stream().map(Offer::of).toList();
        this.switchable =
                offers.stream().filter(Offer::changeable).map(Offer::cell).toList();
        this.notices = notices;
    }

    List<ChoiceInForce> inForceFor(Preferences subject) {
        EverythingOff off = subject.memory().everythingOff();
        return inForce(subject.matrix(), subject.createdAt(), off == null ? null : off.since());
    }

    /** For a subject that there is no record of. */
    List<ChoiceInForce> byDefault() {
        return inForce(ChoiceMatrix.of(List.of()), null, null);
    }

    /** Whether a choice counts no longer, since its purpose rests on something else now. */
    boolean hasLapsed(Choice choice) {
        return notices.of(choice).newChoiceNeeded();
    }

    /** Whether an allowance made before may count on. */
    boolean stillCounts(Choice choice) {
        return notices.of(choice).allowed();
    }

    /** Whether a cell is on for somebody who has never decided on it. */
    boolean allowsSilence(Cell cell, Instant knownSince) {
        return notices.ofSilence(cell, knownSince).allowed();
    }

    /** Every cell that is the customer's choice. */
    List<Cell> switchable() {
        return switchable;
    }

    /** Whether the systems may have been told something else under the notice before this one. */
    boolean meansSomethingElseNow(Preferences subject) {
        return notices.changesWhatHolds(subject.matrix(), subject.createdAt());
    }

    private List<ChoiceInForce> inForce(
            ChoiceMatrix matrix, @Nullable Instant knownSince, @Nullable Instant everythingOffSince) {
        return offers.stream()
                .map(offer -> inForce(offer, matrix, knownSince, everythingOffSince))
                .toList();
    }

    private ChoiceInForce inForce(
            Offer offer, ChoiceMatrix matrix, @Nullable Instant knownSince, @Nullable Instant everythingOffSince) {
        Cell cell = offer.cell();
        Choice chosen = matrix.at(cell).orElse(null);
        if (chosen == null && everythingOffSince != null && offer.changeable()) {
            // It came with a newer notice: everything means that, too.
            return new ChoiceInForce(
                    cell.purpose(), cell.channel(), cell.brand(), false, true, false, everythingOffSince);
        }
        Standing standing = chosen == null ? notices.ofSilence(cell, knownSince) : notices.of(chosen);
        Instant since = chosen == null ? knownSince : chosen.since();
        return new ChoiceInForce(
                cell.purpose(),
                cell.channel(),
                cell.brand(),
                standing.allowed(),
                offer.changeable(),
                standing.newChoiceNeeded(),
                standing.newChoiceNeeded() ? notices.inUseSince() : since);
    }
}
