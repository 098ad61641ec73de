package org.privacypromise.identity.verification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.privacypromise.frame.budget.Network;
import org.privacypromise.identity.budget.Budgets;
import org.privacypromise.identity.budget.Charge;
import org.privacypromise.identity.budget.rate.Rate;

/** What every code costs, whoever asks for it and wherever it goes. */
@ApplicationScoped
class CodeBudgets {

    // One row for everybody would be a queue: each caller takes one of these by chance.
    private static final int PARTS = 16;

    private final Budgets budgets;
    private final VerificationConfig config;

    CodeBudgets(Budgets budgets, VerificationConfig config) {
        this.budgets = budgets;
        this.config = config;
    }

    /** In the caller's transaction; fails with {@link org.privacypromise.identity.budget.TooManyAttemptsException}. */
    Uni<Void> charge(String contactRef, String callerAddress) {
        String caller = Network.of(callerAddress);
        int part = ThreadLocalRandom.current().nextInt(PARTS);
        return budgets.charge(List.of(
                new Charge("code-to", contactRef, rate(config.codesPerContactPoint())),
                new Charge("code-to-from", contactRef + ' ' + caller, rate(config.codesPerContactPointAndCaller())),
                new Charge("code-from", caller, rate(config.codesPerCaller())),
                new Charge(
                        "code",
                        Integer.toString(part),
                        rate(config.codesOverall()).share(PARTS))));
    }

    private Rate rate(int burst) {
        return new Rate(burst, config.budgetPeriod());
    }
}
