package org.privacypromise.requests.clock.law;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Where the controller acts: its calendar and its days count.
 *
 * @param key ISO 3166: a country, or one of its parts if the parts differ, such as {@code GB-SCT}
 * @param regime the law that applies there
 * @param authority to whom one can complain there, with its address on the web
 * @param knownHolidays a few days on which the calendar must know a holiday, or it is not to be believed
 * @param corrections where the calendar's library says something else than the place's law
 */
public record Place(
        String key,
        Regime regime,
        ZoneId zone,
        String authority,
        List<LocalDate> knownHolidays,
        List<Correction> corrections) {

    public Place {
        knownHolidays = List.copyOf(knownHolidays);
        corrections = List.copyOf(corrections);
    }
}
