package org.privacypromise.requests.clock;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.privacypromise.requests.clock.law.Holidays;
import org.privacypromise.requests.clock.law.Laws;
import org.privacypromise.requests.clock.law.Place;

/**
 * The places that this controller acts in. A calendar that is silently empty, as in a badly built native image, would
 * give wrong legal dates: so each is tried with a few holidays before the service starts, and it does not start if one of
 * them is missing.
 */
@Singleton
@Startup
class OfficialPlaces {

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Place usual;

    OfficialPlaces(ClockConfig config, Laws laws, Holidays holidays) {
        List<String> keys = config.places()
                .orElseGet(() -> laws.allPlaces().stream().map(Place::key).toList());
        List<String> faults = new ArrayList<>();
        for (String key : keys) {
            laws.place(key)
                    .filter(place -> JollydayHolidays.knows(key))
                    .ifPresentOrElse(place -> places.put(key, place), () -> faults.add(key + " is not known"));
        }
        places.values()
                .forEach(place -> place.knownHolidays().stream()
                        .filter(day -> holidays.on(day, place.key()).isEmpty())
                        .forEach(day -> faults.add("the calendar of " + place.key() + " has no holiday on " + day)));
        Place found = places.get(config.place());
        if (found == null) {
            faults.add(config.place() + " is none of privacy.clock.places");
        }
        if (found == null || !faults.isEmpty()) {
            throw new IllegalStateException("Statutory dates would be wrong: " + String.join("; ", faults));
        }
        this.usual = found;
    }

    /** Whose calendar counts if nobody says another. */
    Place usual() {
        return usual;
    }

    Optional<Place> find(String key) {
        return Optional.ofNullable(places.get(key));
    }

    Set<String> keys() {
        return places.keySet();
    }
}
