package org.privacypromise.requests.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the controller acts. */
@ConfigMapping(prefix = "privacy.clock")
public interface ClockConfig {

    /** Whose calendar counts for a request that names no place. */
    @WithDefault("GB-ENG")
    String place();

    /** All places that a request may name; each is tried at the start. Unless said otherwise: all that were checked. */
    Optional<List<String>> places();

    /** How many dates one address may ask for at once. */
    @Min(1)
    @WithDefault("100")
    int burst();

    /** After how long such an address may ask for one more. */
    @WithDefault("100ms")
    Duration pause();
}
