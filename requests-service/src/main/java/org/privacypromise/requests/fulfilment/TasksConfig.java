package org.privacypromise.requests.fulfilment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient we are with systems. How long each may take at most says the purpose register. */
@ConfigMapping(prefix = "privacy.tasks")
interface TasksConfig {

    /** A system that has not answered is sent its task once more, unchanged. */
    @WithDefault("PT24H")
    Duration remindAfter();

    /** A task that a system could not do is given to it anew; each time the pause is twice as long. */
    @WithDefault("PT15M")
    Duration retryAfter();

    /** So often; then a person has to look. */
    @WithDefault("3")
    int retries();
}
