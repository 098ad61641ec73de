package org.privacypromise.requests.clock.law;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Where the controller acts: its calendar and its days count.
 *
 * @param key ISO 3166: a country, or one of its parts if the parts differ, such as {@code GB-SCT}
 * @param regime the law that applies there
 * @param knownHolidays a few days on which the calendar must know a holiday, or it is not to be believed
 */
public record Place(String key, Regime regime, ZoneId zone, List<LocalDate> knownHolidays) {

    public Place {
        knownHolidays = List.copyOf(knownHolidays);
    }
}
