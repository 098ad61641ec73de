package org.privacypromise.architecture.bad;

import jakarta.inject.Inject;
import java.time.Clock;

class HalfBuilt {
    @Inject
    Clock clock;
}
