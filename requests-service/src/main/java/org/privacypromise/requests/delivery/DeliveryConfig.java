package org.privacypromise.requests.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How the package reaches the person. */
@ConfigMapping(prefix = "privacy.delivery")
interface DeliveryConfig {

    /** The page on which a guest fetches the package; the link in the mail adds a slash and a token. */
    @WithDefault("http://localhost:8080/your-data")
    URI pageUrl();

    /** How long the package can be fetched before it is shredded. */
    @WithDefault("7d")
    Duration life();

    /** How old the verification may be with which a guest fetches the package. */
    @WithDefault("15m")
    Duration freshVerification();
}
