package org.privacypromise.preferences.sendcheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** Checks by raw address. */
@ConfigMapping(prefix = "privacy.suppression-check")
interface SuppressionCheckConfig {

    /** How many each client may make. */
    @WithDefault("600")
    @Min(1)
    int perMinute();

    /** ISO 3166-1 code of the country whose national phone numbers are understood; without it they need a country code. */
    Optional<String> phoneRegion();
}
