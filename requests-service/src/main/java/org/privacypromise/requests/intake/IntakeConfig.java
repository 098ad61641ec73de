package org.privacypromise.requests.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How requests come in. */
@ConfigMapping(prefix = "privacy.requests")
interface IntakeConfig {

    /** How long a request waits for proof of who asked, from its receipt and again from its verification. */
    @WithDefault("30d")
    Duration verifyWithin();

    /** How long a guest has for another code once the first ran out of time; then the request lapses. */
    @WithDefault("24h")
    Duration codeAgainWithin();

    /** How many requests guests may make from one address at once. */
    @Min(1)
    @WithDefault("100")
    int guestBurst();

    /** After how long such an address may make one more. */
    @WithDefault("1s")
    Duration guestPause();

    /** Where this service is reached by systems that upload; read by what uploads. */
    Optional<URI> url();
}
