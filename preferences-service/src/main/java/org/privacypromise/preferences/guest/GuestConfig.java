package org.privacypromise.preferences.guest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How somebody who is not signed in confirms what they asked for. */
@ConfigMapping(prefix = "privacy.guest")
interface GuestConfig {

    /** The address at which a browser reaches this service, without a slash at the end. */
    @WithDefault("${privacy.unsubscribe.base-url}")
    URI baseUrl();

    /** How long a sign-up waits to be confirmed. */
    @WithDefault("7D")
    Duration confirmWithin();
}
