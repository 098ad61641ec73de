package org.privacypromise.preferences.unsubscribe;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.unsubscribe.MailerKeyRepository.Issued;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.PurposeRegister;

/** Gives a system a key of its own, to make the links of one purpose and one brand with. */
@ApplicationScoped
class IssueMailerKey {

    private final MailerKeyRepository keys;
    private final UnsubscribeTokens tokens;
    private final PurposeRegister register;
    private final Clock clock;

    IssueMailerKey(MailerKeyRepository keys, UnsubscribeTokens tokens, PurposeRegister register, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.register = register;
        this.clock = clock;
    }

    /** @param by the account of whoever asks for it */
    @WithTransaction
    Uni<Issued> issue(String system, String purpose, String brand, String by) {
        check(system, purpose, brand);
        return keys.add(
                tokens.activeVersion(), system, purpose, brand, clock.instant().truncatedTo(ChronoUnit.MICROS), by);
    }

    private void check(String system, String purpose, String brand) {
        List<Problem.Fault> faults = new ArrayList<>();
        if (register.system(system).isEmpty()) {
            faults.add(new Problem.Fault("/system", "must be a system of the purpose register"));
        }
        if (register.choices().stream()
                .filter(ChoiceCell::changeable)
                .noneMatch(
                        cell -> cell.purpose().equals(purpose) && cell.brand().equals(brand))) {
            faults.add(new Problem.Fault("/purpose", "must have a choice for this brand that can be opted out of"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Correct the named fields and send it again.",
                    faults.toArray(new Problem.Fault[0]));
        }
    }
}
