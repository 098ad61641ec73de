package org.privacypromise.preferences.sendcheck;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.sendcheck.verdict.Because;
import org.privacypromise.preferences.sendcheck.verdict.Verdict;

/**
 * What must not be sent to an address, whoever it belongs to: an account is not needed to say no, and a no outlives it. It
 * is found under every contact key that there is.
 */
@ApplicationScoped
class CheckSuppression {

    private final BlindIndex index;
    private final OfferedCells cells;
    private final CheckSends checks;

    CheckSuppression(BlindIndex index, OfferedCells cells, CheckSends checks) {
        this.index = index;
        this.cells = cells;
        this.checks = checks;
    }

    /** Each cell somebody said no to there, and how. */
    Uni<Map<Cell, Because>> at(ContactPoint contactPoint) {
        List<Question> questions = index.allVersions(contactPoint).stream()
                .flatMap(ref -> cells.changeable().stream().map(cell -> new Question(true, ref.toString(), cell)))
                .toList();
        return checks.check(questions).map(verdicts -> refusals(questions, verdicts));
    }

    private static Map<Cell, Because> refusals(List<Question> questions, List<Verdict> verdicts) {
        Map<Cell, Because> refusals = new LinkedHashMap<>();
        for (int i = 0; i < verdicts.size(); i++) {
            Because because = verdicts.get(i).because();
            if (because == Because.REFUSED || because == Because.SUPPRESSED) {
                refusals.putIfAbsent(questions.get(i).cell(), because);
            }
        }
        return refusals;
    }
}
