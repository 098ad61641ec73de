package org.privacypromise.preferences.gpc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;

/** What is said about, and done for, the signal of browsers. */
@ConfigMapping(prefix = "privacy.gpc")
interface GpcConfig {

    /** The channel of the register that the signal opts out of: advertising across sites. */
    @WithDefault("off-site-advertising")
    String channel();

    /** Since when the signal is honoured as it is, for {@code /.well-known/gpc.json}. */
    LocalDate lastUpdate();
}
