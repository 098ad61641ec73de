package org.privacypromise.requests.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** When the privacy team is alerted. */
@ConfigMapping(prefix = "privacy.alerts")
interface AlertConfig {

    /** By which share of the time of the law we want a request answered ourselves. */
    @DecimalMin("0.1")
    @DecimalMax("1")
    @WithDefault("0.7")
    double target();
}
