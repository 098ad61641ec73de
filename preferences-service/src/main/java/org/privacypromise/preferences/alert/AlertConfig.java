package org.privacypromise.preferences.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an alert lasts. The register leaves that to the controller (retention rule {@code alerts}). */
@ConfigMapping(prefix = "privacy.alerts")
interface AlertConfig {

    /** After this an alert that never came true is forgotten. */
    @WithDefault("180D")
    Duration expireAfter();

    /** How long it is remembered that an alert was claimed, for a system that asks again. */
    @WithDefault("7D")
    Duration keepClaimed();
}
