package org.privacypromise.requests.lifecycle;

import java.time.LocalDate;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ClarificationAsked;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ClarificationReceived;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Extended;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.IdentityAsked;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.IdentityReceived;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.MovesClock;

/** What the clock is asked about anew, once something has happened that may move it. */
final class FactsAfter {

    private FactsAfter() {}

    /** @throws org.privacypromise.requests.clock.law.ContradictoryFactsException if that cannot be true */
    static Facts of(Facts before, MovesClock event) {
        return switch (event) {
            // Asking alone moves nothing: only what comes back does.
            case IdentityAsked(LocalDate on) -> before;
            case IdentityReceived(LocalDate on) -> before.withIdentity(on);
            case ClarificationAsked(LocalDate on) -> before.withQuestion(on);
            case ClarificationReceived(LocalDate on) -> before.withAnswer(on);
            case Extended() -> before.withExtension();
        };
    }
}
