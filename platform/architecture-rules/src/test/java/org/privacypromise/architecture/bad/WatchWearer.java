package org.privacypromise.architecture.bad;

import java.time.Instant;

class WatchWearer {
    Instant when() {
        return Instant.now();
    }
}
