package org.privacypromise.identity.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the identity provider's accounts are reached. */
@ConfigMapping(prefix = "privacy.accounts")
interface AccountDirectoryConfig {

    /** Keycloak's Admin REST API of the realm; by default beside the realm that signs the tokens. */
    Optional<URI> url();

    /** How long a call may take. */
    @WithDefault("3s")
    Duration timeout();
}
