package org.privacypromise.preferences.choice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.ChoiceMatrix;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.PurposeRegister;

/** Which choices there are, as the purpose register says, and what holds in each of them. */
@ApplicationScoped
class OfferedChoices {

    private final PurposeRegister register;

    OfferedChoices(PurposeRegister register) {
        this.register = register;
    }

    List<ChoiceInForce> inForceFor(Preferences subject) {
        return inForce(subject.matrix(), subject.createdAt());
    }

    /** For a subject that there is no record of. */
    List<ChoiceInForce> byDefault() {
        return inForce(ChoiceMatrix.of(List.of()), null);
    }

    private List<ChoiceInForce> inForce(ChoiceMatrix matrix, @Nullable Instant defaultSince) {
        return register.choices().stream()
                .map(cell -> inForce(cell, matrix, defaultSince))
                .toList();
    }

    private static ChoiceInForce inForce(ChoiceCell cell, ChoiceMatrix matrix, @Nullable Instant defaultSince) {
        // A cell that was changeable once and is not any more follows the register again.
        Choice chosen = cell.changeable()
                ? matrix.at(new Cell(cell.purpose(), cell.channel(), cell.brand()))
                        .orElse(null)
                : null;
        return new ChoiceInForce(
                cell.purpose(),
                cell.channel(),
                cell.brand(),
                chosen == null ? cell.allowedByDefault() : chosen.allowed(),
                cell.changeable(),
                chosen == null ? defaultSince : chosen.since());
    }
}
