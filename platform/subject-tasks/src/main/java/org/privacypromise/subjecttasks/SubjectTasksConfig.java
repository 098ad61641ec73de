package org.privacypromise.subjecttasks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service answers tasks. */
@ConfigMapping(prefix = "privacy.subject-tasks")
interface SubjectTasksConfig {

    /** The key of this service among the purpose register's systems. */
    String system();

    /** How long an upload may take before it is tried again. */
    @WithDefault("60s")
    Duration uploadTimeout();
}
