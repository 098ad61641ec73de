package org.privacypromise.requests.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one system has not done.
 *
 * @param open tasks that it is at work on
 * @param failed tasks of which it says that a person has to look
 * @param oldestAt when the oldest of the open ones was issued
 */
record OpenTasks(
        String system, long open, long failed, @Nullable Instant oldestAt) {}
