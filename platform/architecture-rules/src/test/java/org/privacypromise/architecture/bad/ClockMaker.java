package org.privacypromise.architecture.bad;

import java.time.Clock;

class ClockMaker {
    Clock clock() {
        return Clock.systemUTC();
    }
}
