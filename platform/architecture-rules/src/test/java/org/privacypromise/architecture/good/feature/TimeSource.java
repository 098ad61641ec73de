package org.privacypromise.architecture.good.feature;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;

class TimeSource {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
