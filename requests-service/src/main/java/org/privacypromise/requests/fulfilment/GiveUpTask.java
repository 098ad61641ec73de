package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.privacypromise.requests.exemption.GivenUp;

/**
 * Closes one task undone, for a reason. The request goes on without it and is answered in part: the person is told what is
 * missing, and why.
 */
@ApplicationScoped
public class GiveUpTask {

    private static final Logger LOG = Logger.getLogger(GiveUpTask.class);

    private final LockTask lock;
    private final ProceedWithRequest proceed;
    private final Clock clock;

    GiveUpTask(LockTask lock, ProceedWithRequest proceed, Clock clock) {
        this.lock = lock;
        this.proceed = proceed;
        this.clock = clock;
    }

    /** @param staff who decides that, by the subject of their token */
    Uni<TaskView> giveUp(UUID id, GivenUp because, String staff) {
        return lock.then(id, (fulfilment, task) -> {
            if (!task.isWithSystem() && task.state() != TaskState.FAILED) {
                throw HandWorkRefused.settled();
            }
            task.giveUp(because, staff, clock.instant());
            LOG.warnf("Task %s of %s is given up: %s", id, task.system, because);
            return proceed.proceed(fulfilment);
        });
    }
}
