package org.privacypromise.requests.clock.law;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one law says.
 *
 * @param name within a sentence
 * @param complaints to whom a person can complain about us, within a sentence; {@code {authority}} is the place's
 * @param sources where it was read
 */
public record Law(Regime regime, Words name, Words complaints, List<Source> sources, Map<Right, Entitlement> rights) {

    private static final String AUTHORITY = "{authority}";

    public Law {
        sources = List.copyOf(sources);
        rights = Map.copyOf(new EnumMap<>(rights));
    }

    /** Where it was read, and when. */
    public record Source(String url, String read) {}

    public Optional<Entitlement> entitlement(Right right) {
        return Optional.ofNullable(rights.get(right));
    }

    /** All rights that it gives, in the order of their declaration. */
    public Set<Right> given() {
        return rights.isEmpty() ? Set.of() : java.util.EnumSet.copyOf(rights.keySet());
    }

    /** @throws NullPointerException for a right that it does not give */
    Entitlement require(Right right) {
        return Objects.requireNonNull(rights.get(right), () -> regime + " does not give " + right);
    }

    /** To whom somebody can complain who asked where this place's calendar counts. */
    public String complaints(Place place, String language) {
        return complaints.in(language).replace(AUTHORITY, place.authority());
    }
}
