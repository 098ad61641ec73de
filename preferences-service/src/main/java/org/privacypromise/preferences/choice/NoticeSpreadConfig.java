package org.privacypromise.preferences.choice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a new notice comes into force in the systems. */
@ConfigMapping(prefix = "privacy.notice")
interface NoticeSpreadConfig {

    /**
     * How long after a new notice the systems are told what it means for earlier choices. By then no instance may run with
     * the notice before it.
     */
    @WithDefault("10M")
    Duration tellSystemsAfter();
}
