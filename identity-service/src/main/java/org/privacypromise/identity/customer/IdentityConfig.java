package org.privacypromise.identity.customer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Optional;

/** How customers are told apart. */
@ConfigMapping(prefix = "privacy.identity")
interface IdentityConfig {

    /** Country whose national phone numbers are understood (ISO 3166-1); without it they need their country code. */
    Optional<@Pattern(regexp = "[A-Z]{2}") String> phoneRegion();

    /** How long after the purchase its link token works: long enough to open an account and verify the address. */
    @WithDefault("1h")
    Duration linkTokenLife();

    /** How many contact points one system may have named in a minute. */
    @Positive
    @WithDefault("600")
    int contactRefsPerMinute();
}
