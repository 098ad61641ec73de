package org.privacypromise.sample;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Follows the tasks of this system: store them, and only then move on in the topic. They are done by {@link TaskWorker},
 * for an answer may take longer than the broker's patience with a consumer.
 */
final class TasksFollower {

    private TasksFollower() {}

    static TopicFollower of(String system, String bootstrapServers, TaskStore tasks, InstantSource clock) {
        TopicFollower.Opening opening = () -> {
            tasks.prepare();
            return records -> tasks.add(
                    records.stream().map(Task::read).flatMap(Optional::stream).toList());
        };
        return new TopicFollower(system + "-tasks", Task.topic(system), bootstrapServers, opening, clock);
    }
}
