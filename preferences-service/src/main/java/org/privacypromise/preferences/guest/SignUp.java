package org.privacypromise.preferences.guest;

import java.util.List;
import java.util.Map;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;

/**
 * What somebody who is not signed in has filled in.
 *
 * @param form where
 * @param client whose form it is
 */
record SignUp(String contactRef, List<Decision> decisions, Evidence evidence, String form, String client) {

    List<Cell> cells(boolean allowed) {
        return decisions.stream()
                .filter(decision -> decision.allowed() == allowed)
                .map(Decision::cell)
                .distinct()
                .toList();
    }

    Map<String, String> details() {
        return Map.of("form", form, "askedBy", client);
    }
}
