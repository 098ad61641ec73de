package org.privacypromise.identity.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the suite's mail is sent; the mail server itself is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "privacy.mail")
interface MailConfig {

    /** How long one attempt may take. */
    @WithDefault("20s")
    Duration timeout();

    /** After which time somebody else tries, if whoever tried has died; longer than an attempt may take. */
    @WithDefault("30s")
    Duration lease();

    /** How long a repeated call gets the same answer, counted from the mail's end. */
    @WithDefault("30d")
    Duration keep();
}
