package org.privacypromise.preferences.unsubscribe;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where unsubscribe links lead. */
@ConfigMapping(prefix = "privacy.unsubscribe")
interface UnsubscribeConfig {

    /** The address at which mail clients reach this service, without a slash at the end; HTTPS but on one's own machine. */
    URI baseUrl();

    /** The mailbox to which mail programs may write instead; without it, links name none. */
    Optional<String> mailbox();
}
