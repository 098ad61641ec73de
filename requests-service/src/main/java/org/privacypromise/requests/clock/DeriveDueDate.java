package org.privacypromise.requests.clock;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.clock.law.Holidays;
import org.privacypromise.requests.clock.law.Place;
import org.privacypromise.requests.clock.law.Places;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.clock.law.StatutoryClock;

/** Derives the due date of a request from the moment of its receipt. */
@Singleton
public class DeriveDueDate {

    private final OfficialPlaces places;
    private final StatutoryClock clock;

    DeriveDueDate(OfficialPlaces places, Holidays holidays) {
        this.places = places;
        this.clock = new StatutoryClock(holidays);
    }

    /**
     * A routine sign-in or code does not move the clock, so the receipt is all that counts.
     *
     * @param place as the person named it; null for the usual one
     * @throws ProblemException {@link ProblemType#INVALID} for a place that we do not act in
     */
    public Derivation ofReceipt(Instant received, @Nullable String place, Right right) {
        Place where = placeCalled(place, "/place");
        LocalDate day = LocalDate.ofInstant(received, where.zone());
        return clock.derive(Facts.ofReceipt(day, where.key(), where.regime(), right));
    }

    /** The same facts give the same derivation, until rules or calendars get a new edition. */
    public Derivation of(Facts facts) {
        return clock.derive(facts);
    }

    /** Which day it is then, where this calendar counts. */
    public LocalDate dayOf(Instant moment, String place) {
        return LocalDate.ofInstant(
                moment,
                Places.find(place)
                        .orElseThrow(() -> new IllegalStateException("nobody has checked the calendar of " + place))
                        .zone());
    }

    /** @param pointer where the place stands in what came in */
    Place placeCalled(@Nullable String key, String pointer) {
        return Optional.ofNullable(key)
                .map(places::find)
                .orElseGet(() -> Optional.of(places.usual()))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID,
                        "Correct the named fields and send it again.",
                        new Problem.Fault(pointer, "one of " + String.join(", ", places.keys()))));
    }
}
