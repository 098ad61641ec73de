package org.privacypromise.preferences.softoptin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.register.LegalBasis;
import org.privacypromise.register.PurposeRegister;

/** Which sales let us write to whom about what. */
@ApplicationScoped
class SoftOptInPolicy {

    static final ProblemType NO_SOFT_OPT_IN =
            new ProblemType("no-soft-opt-in", 422, "This needs a permission: the sale alone is not enough");

    /** What the law calls electronic mail. */
    private static final Set<String> CHANNELS = Set.of("email", "sms");

    private final PurposeRegister register;
    private final Clock clock;

    SoftOptInPolicy(PurposeRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** @throws ProblemException naming everything that speaks against it */
    void check(SoftOptIn sale) {
        checkDates(sale);
        List<Problem.Fault> faults = new ArrayList<>();
        for (int i = 0; i < sale.choices().size(); i++) {
            if (!isOpenTo(sale.choices().get(i).cell())) {
                faults.add(new Problem.Fault(
                        "/choices/" + i,
                        "Only e-mail and text messages of a purpose whose legal basis may be soft-opt-in."));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    NO_SOFT_OPT_IN, "Ask the customer for their permission.", faults.toArray(new Problem.Fault[0]));
        }
    }

    private void checkDates(SoftOptIn sale) {
        Instant now = clock.instant();
        List<Problem.Fault> faults = new ArrayList<>();
        // A sale is dated where it happens: nowhere is it later than here plus 14 hours.
        if (sale.soldOn().isAfter(LocalDate.ofInstant(now, ZoneOffset.ofHours(14)))) {
            faults.add(new Problem.Fault("/soldOn", "must not be in the future"));
        }
        if (sale.optOutOfferedAt().isAfter(now)) {
            faults.add(new Problem.Fault("/optOutOfferedAt", "must not be in the future"));
        }
        if (LocalDate.ofInstant(sale.optOutOfferedAt(), ZoneOffset.ofHours(-12)).isAfter(sale.soldOn())) {
            faults.add(new Problem.Fault("/optOutOfferedAt", "must not be after the sale"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Correct the named fields and send it again.",
                    faults.toArray(new Problem.Fault[0]));
        }
    }

    private boolean isOpenTo(Cell cell) {
        return CHANNELS.contains(cell.channel())
                && register.purpose(cell.purpose())
                        .filter(purpose -> purpose.restsOn(LegalBasis.SOFT_OPT_IN))
                        .isPresent();
    }
}
