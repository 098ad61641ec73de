package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes a task out of a system's hands and gives it to people; what the system still says about it is not believed. */
@ApplicationScoped
public class TakeOverTask {

    private static final Logger LOG = Logger.getLogger(TakeOverTask.class);

    private final LockTask lock;
    private final ProceedWithRequest proceed;

    TakeOverTask(LockTask lock, ProceedWithRequest proceed) {
        this.lock = lock;
        this.proceed = proceed;
    }

    /** Doing it again changes nothing. */
    Uni<TaskView> takeOver(UUID id) {
        return lock.then(id, (fulfilment, task) -> {
            if (task.isByHand()) {
                return Uni.createFrom().voidItem();
            }
            if (!task.isWithSystem() && task.state() != TaskState.FAILED) {
                throw HandWorkRefused.settled();
            }
            task.takeOver();
            LOG.infof("Task %s of %s is taken over by people", id, task.system);
            return proceed.issueAgain(fulfilment, task);
        });
    }
}
