package org.privacypromise.preferences.receipt;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where a receipt sends its reader. */
@ConfigMapping(prefix = "privacy.receipt")
interface ReceiptConfig {

    /** The page on which a customer sees and changes their choices. */
    URI choicesPage();

    /** The page on which a customer asks for their data, or for its erasure. */
    URI rightsPage();
}
