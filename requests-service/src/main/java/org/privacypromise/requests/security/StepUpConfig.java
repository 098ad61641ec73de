package org.privacypromise.requests.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Set;

/** What sign-in opens personal data: a session that somebody left open does not. */
@ConfigMapping(prefix = "privacy.step-up")
public interface StepUpConfig {

    /** The values of the token's {@code acr} that are enough. */
    @NotEmpty
    @WithDefault("1")
    Set<String> acr();

    /** How long ago the sign-in may have been. */
    @WithDefault("5m")
    Duration maxAge();
}
