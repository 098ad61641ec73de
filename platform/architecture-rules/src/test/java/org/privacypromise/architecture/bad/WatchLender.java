package org.privacypromise.architecture.bad;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;

class WatchLender {
    Function<ZoneId, LocalDate> today() {
        return LocalDate::now;
    }
}
