package org.privacypromise.requests.clock.law;

import java.time.LocalDate;
import java.util.Optional;

/** The official public holidays of each place. */
public interface Holidays {

    /** The name of the public holiday that this day is there; empty if it is none. Weekends are not asked for. */
    Optional<String> on(LocalDate day, String place);

    /** The same in another language; in English where there is no other name. */
    default Optional<String> on(LocalDate day, String place, String language) {
        return on(day, place);
    }

    /** Which edition of the calendar answers; a derivation keeps it, so that it can be repeated. */
    String version();
}
