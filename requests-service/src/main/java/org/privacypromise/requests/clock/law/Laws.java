package org.privacypromise.requests.clock.law;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All laws and places, of one edition; each stored derivation names the edition that it followed.
 *
 * @param edition changes whenever anything of it does
 */
public record Laws(String edition, Map<Regime, Law> laws, Map<String, Place> places) {

    public Laws {
        laws = Map.copyOf(laws);
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    public static Laws of(String edition, List<Law> laws, List<Place> places) {
        Map<Regime, Law> byRegime = new LinkedHashMap<>();
        laws.forEach(law -> byRegime.put(law.regime(), law));
        Map<String, Place> byKey = new LinkedHashMap<>();
        places.forEach(place -> byKey.put(place.key(), place));
        return new Laws(edition, byRegime, byKey);
    }

    public Law of(Regime regime) {
        return Objects.requireNonNull(laws.get(regime), () -> "there are no rules of " + regime);
    }

    public Optional<Place> place(String key) {
        return Optional.ofNullable(places.get(key));
    }

    /** In the order of the file. */
    public Collection<Place> allPlaces() {
        return places.values();
    }

    /** To whom somebody can complain whose request is under this law, where this place's calendar counts. */
    public String complaints(Regime regime, String place, String language) {
        return place(place)
                .map(where -> of(regime).complaints(where, language))
                .orElseThrow(() -> new IllegalArgumentException("there is no place " + place));
    }
}
