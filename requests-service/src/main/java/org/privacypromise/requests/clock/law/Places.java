package org.privacypromise.requests.clock.law;

import static org.privacypromise.requests.clock.law.Regime.CCPA;
import static org.privacypromise.requests.clock.law.Regime.EU_GDPR;
import static org.privacypromise.requests.clock.law.Regime.LGPD;
import static org.privacypromise.requests.clock.law.Regime.UK_GDPR;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The places whose calendars somebody has compared with the official lists: gov.uk/bank-holidays, citizensinformation.ie,
 * the public holidays that the member states name under Regulation 1182/71 Art. 3(4) (Official Journal, series C), the
 * holiday laws of the German states, California Government Code s. 6700, and Brazil's Leis 662/1949 and 14.759/2023.
 *
 * <p>To add one, compare it, and give it a line here with holidays of its own.
 */
public final class Places {

    private static final String LONDON = "Europe/London";
    private static final String BERLIN = "Europe/Berlin";

    private static final Map<String, Place> ALL = Stream.of(
                    place("GB-ENG", UK_GDPR, LONDON, "2025-04-21", "2025-08-25"),
                    place("GB-WLS", UK_GDPR, LONDON, "2025-04-21", "2025-08-25"),
                    place("GB-SCT", UK_GDPR, LONDON, "2025-01-02", "2026-11-30"),
                    place("GB-NIR", UK_GDPR, LONDON, "2025-03-17", "2025-07-14"),
                    place("IE", EU_GDPR, "Europe/Dublin", "2025-03-17", "2025-10-27"),
                    place("DE", EU_GDPR, BERLIN, "2025-05-29", "2025-10-03"),
                    place("DE-BB", EU_GDPR, BERLIN, "2025-10-03", "2025-10-31"),
                    place("DE-BE", EU_GDPR, BERLIN, "2025-10-03", "2024-03-08"),
                    place("DE-BW", EU_GDPR, BERLIN, "2025-10-03", "2025-06-19"),
                    place("DE-BY", EU_GDPR, BERLIN, "2025-10-03", "2025-01-06"),
                    place("DE-HB", EU_GDPR, BERLIN, "2025-10-03", "2025-10-31"),
                    place("DE-HE", EU_GDPR, BERLIN, "2025-10-03", "2025-06-19"),
                    place("DE-HH", EU_GDPR, BERLIN, "2025-10-03", "2025-10-31"),
                    place("DE-MV", EU_GDPR, BERLIN, "2025-10-03", "2025-10-31"),
                    place("DE-NI", EU_GDPR, BERLIN, "2025-10-03", "2025-10-31"),
                    place("DE-NW", EU_GDPR, BERLIN, "2025-10-03", "2025-06-19"),
                    place("DE-RP", EU_GDPR, BERLIN, "2025-10-03", "2025-06-19"),
                    place("DE-SH", EU_GDPR, BERLIN, "2025-10-03", "2025-10-31"),
                    place("DE-SL", EU_GDPR, BERLIN, "2025-10-03", "2025-08-15"),
                    place("DE-SN", EU_GDPR, BERLIN, "2025-10-03", "2025-11-19"),
                    place("DE-ST", EU_GDPR, BERLIN, "2025-10-03", "2025-01-06"),
                    place("DE-TH", EU_GDPR, BERLIN, "2025-10-03", "2024-09-20"),
                    place("AT", EU_GDPR, "Europe/Vienna", "2025-08-15", "2025-12-08"),
                    place("BE", EU_GDPR, "Europe/Brussels", "2025-07-21", "2025-11-11"),
                    place("CZ", EU_GDPR, "Europe/Prague", "2025-10-28", "2025-11-17"),
                    place("DK", EU_GDPR, "Europe/Copenhagen", "2025-04-17", "2025-05-29"),
                    place("ES", EU_GDPR, "Europe/Madrid", "2025-01-06", "2026-10-12"),
                    place("FR", EU_GDPR, "Europe/Paris", "2025-07-14", "2025-11-11"),
                    place("IT", EU_GDPR, "Europe/Rome", "2025-04-25", "2025-06-02"),
                    place("LU", EU_GDPR, "Europe/Luxembourg", "2025-06-23", "2025-05-09"),
                    place("NL", EU_GDPR, "Europe/Amsterdam", "2025-05-29", "2026-04-27"),
                    place("PL", EU_GDPR, "Europe/Warsaw", "2025-01-06", "2025-11-11"),
                    place("PT", EU_GDPR, "Europe/Lisbon", "2025-04-25", "2025-06-10"),
                    place("US-CA", CCPA, "America/Los_Angeles", "2025-07-04", "2025-03-31"),
                    place("BR", LGPD, "America/Sao_Paulo", "2025-11-20", "2026-04-21"))
            .collect(LinkedHashMap::new, (all, place) -> all.put(place.key(), place), Map::putAll);

    private Places() {}

    public static Optional<Place> find(String key) {
        return Optional.ofNullable(ALL.get(key));
    }

    public static Collection<Place> all() {
        return Collections.unmodifiableCollection(ALL.values());
    }

    /** Christmas and New Year are holidays in all of them. */
    private static Place place(String key, Regime regime, String zone, String... ownHolidays) {
        return new Place(
                key,
                regime,
                ZoneId.of(zone),
                Stream.concat(Stream.of("2025-12-25", "2026-01-01"), Stream.of(ownHolidays))
                        .map(LocalDate::parse)
                        .toList());
    }
}
