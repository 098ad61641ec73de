package org.privacypromise.subjecttasks;

import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: DOWN until the ledger of erasures was read to its end once, as a restored service may hold people who were
 * erased. While the broker does not answer the service is not kept from its work: that it is up before a restore is
 * part of restoring.
 */
@Readiness
@Default // a health check loses it otherwise, and the job asks for it
@Singleton
class LedgerProgress implements HealthCheck {

    private enum State {
        STARTED,
        READING,
        READ,
        BROKER_AWAY
    }

    private volatile State state = State.STARTED;
    private final AtomicInteger unreadable = new AtomicInteger();

    /** Everything up to here has been erased here, too. */
    void readOn(LedgerEntries entries) {
        unreadable.addAndGet(entries.unreadable());
        state = entries.complete() ? State.READ : State.READING;
    }

    /** What was read once stays read; before that the question is whose fault it is. */
    void interrupted(boolean brokerAway) {
        if (state != State.READ) {
            state = brokerAway ? State.BROKER_AWAY : State.READING;
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ledger of erasures")
                .status(state == State.READ || state == State.BROKER_AWAY)
                .withData("state", state.name())
                .withData("unreadable", unreadable.get())
                .build();
    }
}
