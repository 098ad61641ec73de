package org.privacypromise.identity.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How fraud-check-service is asked. */
@ConfigMapping(prefix = "privacy.fraud-check")
interface ScreeningConfig {

    /** Where it is. */
    URI url();

    /** How long its judgement may take; after that the attempt counts as one for review, and is flagged. */
    @WithDefault("50ms")
    Duration budget();

    /** How long our own access token may take, before it is asked at all. */
    @WithDefault("1s")
    Duration tokenTimeout();
}
