package org.privacypromise.preferences.linkbudget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * What one address may do with links at once, and after how long once more. Mail programs press the button for thousands
 * of people from one address, and an opt-out is the last thing to refuse: it has a budget of its own, and a large one.
 */
@ConfigMapping(prefix = "privacy.links")
interface LinkBudgetConfig {

    /** How many pages may be opened, and yeses be confirmed. */
    @WithDefault("100")
    @Min(1)
    int burst();

    @WithDefault("200ms")
    Duration pause();

    /** How many may opt out. */
    @WithDefault("10000")
    @Min(1)
    int optOutBurst();

    @WithDefault("5ms")
    Duration optOutPause();
}
