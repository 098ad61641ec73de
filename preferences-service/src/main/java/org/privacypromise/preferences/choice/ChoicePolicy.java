package org.privacypromise.preferences.choice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.purpose.NoticeHistory;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.Language;
import org.privacypromise.register.PurposeRegister;

/**
 * Which decisions a customer can take. Opting out is always possible; opting in needs the notice of today in front of
 * the customer, or it would be no informed consent (GDPR Art. 4(11)).
 */
@ApplicationScoped
public class ChoicePolicy {

    static final ProblemType UNKNOWN_CHOICE =
            new ProblemType("unknown-choice", 422, "There is no such choice, or it is not the customer's");
    static final ProblemType OUTDATED_NOTICE =
            new ProblemType("outdated-notice", 409, "This version of the privacy notice is not the current one");

    private final PurposeRegister register;
    private final NoticeHistory notices;

    ChoicePolicy(PurposeRegister register, NoticeHistory notices) {
        this.register = register;
        this.notices = notices;
    }

    /** @throws ProblemException naming every decision that cannot be taken */
    public void check(List<Decision> decisions, String noticeVersion) {
        List<Problem.Fault> faults = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            String pointer = "/choices/" + i;
            fault(decisions.get(i).cell()).ifPresent(detail -> faults.add(new Problem.Fault(pointer, detail)));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    UNKNOWN_CHOICE, "Take the choices from GET /preferences.", faults.toArray(new Problem.Fault[0]));
        }
        if (decisions.stream().anyMatch(Decision::allowed) && !noticeVersion.equals(register.version())) {
            throw new ProblemException(
                    OUTDATED_NOTICE,
                    "Show the customer the notice of GET /notice, then send its version: " + register.version() + ".");
        }
    }

    /** Whether somebody who allowed this before that notice has allowed what is done today. */
    public boolean stillCovers(Cell cell, String noticeVersion) {
        return fault(cell).isEmpty() && notices.of(cell, true, noticeVersion).allowed();
    }

    /** Whether a yes by somebody who is not signed in counts only once it is confirmed. */
    public boolean needsConfirmation(Cell cell) {
        return register.purpose(cell.purpose())
                .filter(purpose -> purpose.reach().doubleOptIn())
                .isPresent();
    }

    String noticeOfToday() {
        return register.version();
    }

    /** In which a customer can read about their choices. */
    List<String> languages() {
        return register.languages().stream().map(Language::tag).toList();
    }

    private Optional<String> fault(Cell cell) {
        Optional<ChoiceCell> offered = register.choice(cell.purpose(), cell.channel(), cell.brand());
        if (offered.isEmpty()) {
            return Optional.of("This purpose does not use this channel for this brand.");
        }
        return offered.get().changeable()
                ? Optional.empty()
                : Optional.of("This cannot be switched: GET /notice says why it is sent.");
    }
}
