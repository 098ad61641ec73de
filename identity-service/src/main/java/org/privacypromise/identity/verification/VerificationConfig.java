package org.privacypromise.identity.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** How much verification anybody may ask for, and how long it is remembered. */
@ConfigMapping(prefix = "privacy.verification")
interface VerificationConfig {

    /** Codes to one contact point at once; as many again come back in the budgets' time. */
    @Positive
    @WithDefault("20")
    int codesPerContactPoint();

    /** The same, asked for by one caller: so that one attacker cannot use up what the owner needs. */
    @Positive
    @WithDefault("10")
    int codesPerContactPointAndCaller();

    /** Codes that one network address (IPv6: one /64) may ask for at once. */
    @Positive
    @WithDefault("100")
    int codesPerCaller();

    /** Codes that everybody together may ask for at once. */
    @Positive
    @WithDefault("20000")
    int codesOverall();

    /** In which time a budget that is used up has come back as a whole. */
    @WithDefault("1h")
    Duration budgetPeriod();

    /** How long an attempt that proved nothing is remembered. Its address is gone at once. */
    @WithDefault("30d")
    Duration keepUnproven();

    /**
     * How long a proven contact point can be written to: the law's month to answer a guest, its extension by two more,
     * and the time to fetch the answer.
     */
    @WithDefault("120d")
    Duration keepProven();
}
