package org.privacypromise.requests.fulfilment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.privacypromise.events.SubjectTask.Operation;

/**
 * How far a request's tasks let it go. A stage waits for the ones before it, but not for a system that has failed or keeps
 * silent: what does not need that system goes on, up to the report, which needs them all.
 */
final class Course {

    /** Comes after every stage. */
    static final int DONE = Integer.MAX_VALUE;

    private static final int BEFORE_REPORT = Plan.REPORT - 1;

    private Course() {}

    /**
     * The earliest stage that is not done yet.
     *
     * @param reporting whether a report goes out before the last stages
     * @param reported whether it has
     */
    static int next(List<Task> all, boolean reporting, boolean reported) {
        Stream<Integer> report = reporting && !reported ? Stream.of(Plan.REPORT) : Stream.empty();
        return Stream.concat(
                        all.stream()
                                .filter(task -> !task.isSettled() && isWanted(task, all))
                                .map(task -> reporting && task.isStuck() && task.stage < Plan.REPORT
                                        ? Integer.valueOf(BEFORE_REPORT)
                                        : Integer.valueOf(task.stage)),
                        report)
                .min(Comparator.naturalOrder())
                .orElse(DONE);
    }

    /** What is to be begun in this stage. */
    static List<Task> toBegin(List<Task> all, int stage) {
        return all.stream()
                .filter(task -> task.state() == TaskState.PLANNED && task.stage <= stage && isWanted(task, all))
                .toList();
    }

    /** A release is no part of the answer, and nobody looks for what nobody says is erased. */
    private static boolean isWanted(Task task, List<Task> all) {
        return task.operation() != Operation.RELEASE
                && (task.operation() != Operation.PROBE
                        || all.stream()
                                .anyMatch(other -> other.operation() == Operation.ERASURE
                                        && other.system.equals(task.system)
                                        && other.isAnswered()));
    }
}
