package org.privacypromise.sample;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.privacypromise.sample.DataUpload.Reply;

/**
 * Does the tasks: first do it and store the answer, in one transaction; then hand the document over, if there is one; then
 * say so; and only then close the task.
 *
 * <p>Whoever dies between two of the steps repeats the last ones after the restart: the stored answer is given and the
 * stored document is uploaded, once more or for the first time.
 */
final class TaskWorker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TaskWorker.class.getName());
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final String system;
    private final TaskStore tasks;
    private final Holdings holdings;
    private final DataUpload upload;
    private final Supplier<Outlet> outlet;
    private final InstantSource clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private Instant nextSweep = Instant.MIN;

    TaskWorker(
            String system,
            TaskStore tasks,
            Holdings holdings,
            DataUpload upload,
            Supplier<Outlet> outlet,
            InstantSource clock) {
        this.system = system;
        this.tasks = tasks;
        this.holdings = holdings;
        this.upload = upload;
        this.outlet = outlet;
        this.clock = clock;
        this.thread = new Thread(this::untilStopped, system + "-worker");
    }

    TaskWorker start() {
        thread.start();
        return this;
    }

    private void untilStopped() {
        try {
            do {
                workWhileItGoesWell();
            } while (!stop.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure is treated like a crash: start again from what is stored. */
    private void workWhileItGoesWell() {
        try (var open = outlet.get()) {
            tasks.prepare();
            holdings.prepare();
            do {
                sweep();
                doWhatIsDue(open);
            } while (!stop.await(300, TimeUnit.MILLISECONDS));
        } catch (Exception e) {
            LOG.log(Level.WARNING, "Cannot do the tasks ({0}); trying again.", describe(e));
        }
    }

    private void sweep() throws Exception {
        if (!clock.instant().isBefore(nextSweep)) {
            tasks.sweep(holdings::letGo);
            nextSweep = clock.instant().plus(BETWEEN_SWEEPS);
        }
    }

    private void doWhatIsDue(Outlet open) throws Exception {
        for (Optional<Task> due = tasks.next(); due.isPresent() && stop.getCount() > 0; due = tasks.next()) {
            try {
                complete(due.get(), open);
            } catch (Exception e) {
                tasks.postpone(due.get());
                throw e;
            }
        }
    }

    private void complete(Task task, Outlet open) throws Exception {
        TaskAnswer answer = tasks.answerOnce(task, connection -> holdings.answer(connection, task));
        if (answer.digest() == null) {
            say(answer, task, open);
        } else {
            switch (upload.put(task.taskId(), answer.digest())) {
                case Reply.Taken(String digest) -> say(answer.about(digest), task, open);
                case Reply.Refused() -> say(TaskAnswer.failed("document-refused", answer.at()), task, open);
                case Reply.Closed() ->
                    LOG.log(Level.WARNING, "Nobody waits for the answer to task {0} any more.", task.taskId());
            }
        }
        tasks.close(task);
    }

    private void say(TaskAnswer answer, Task task, Outlet open) throws Exception {
        open.publish(List.of(answer.to(task, system)));
    }

    /** A library's message may quote what it was given: only our own are shown. */
    private static String describe(Exception failure) {
        return failure.getClass() == IOException.class
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getName();
    }

    /** Returns when the round under way has ended. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
