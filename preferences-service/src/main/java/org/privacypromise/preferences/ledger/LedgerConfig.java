package org.privacypromise.preferences.ledger;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** When heads are signed. */
@ConfigMapping(prefix = "privacy.ledger")
interface LedgerConfig {

    /** The longest time that a record waits to be covered by a signed head. */
    Duration headInterval();
}
