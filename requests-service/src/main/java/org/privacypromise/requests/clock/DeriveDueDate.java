package org.privacypromise.requests.clock;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.clock.law.Holidays;
import org.privacypromise.requests.clock.law.Law;
import org.privacypromise.requests.clock.law.Laws;
import org.privacypromise.requests.clock.law.Place;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.clock.law.StatutoryClock;

/** Derives the due date of a request from the moment of its receipt. */
@Singleton
public class DeriveDueDate {

    /** What is asked for exists under another law, and not under the one that applies. */
    public static final ProblemType NOT_GIVEN =
            new ProblemType("right-not-given", 422, "The law that applies does not give this right");

    private static final int LONGEST_AGO = 60;

    private final OfficialPlaces places;
    private final Laws laws;
    private final StatutoryClock clock;

    DeriveDueDate(OfficialPlaces places, Laws laws, Holidays holidays) {
        this.places = places;
        this.laws = laws;
        this.clock = new StatutoryClock(laws, holidays);
    }

    /**
     * A routine sign-in or code does not move the clock, so the receipt is all that counts.
     *
     * @param place as the person named it; null for the usual one
     * @throws ProblemException {@link ProblemType#INVALID} for a place that we do not act in; {@link #NOT_GIVEN} for a
     *     right that the law of the place does not give
     */
    public Derivation ofReceipt(Instant received, @Nullable String place, Right right) {
        Place where = placeCalled(place, "/place");
        LocalDate day = LocalDate.ofInstant(received, where.zone());
        return of(Facts.ofReceipt(day, where.key(), where.regime(), right));
    }

    /**
     * The same facts give the same derivation, until rules or calendars get a new edition.
     *
     * @throws ProblemException {@link #NOT_GIVEN}
     */
    public Derivation of(Facts facts) {
        Law law = laws.of(facts.regime());
        if (law.entitlement(facts.right()).isEmpty()) {
            throw new ProblemException(
                    NOT_GIVEN,
                    "%s does not give the right %s. Ask for one of: %s."
                            .formatted(
                                    sentence(law.name().in("en")),
                                    facts.right(),
                                    law.given().stream().map(Right::name).collect(Collectors.joining(", "))));
        }
        return clock.derive(facts);
    }

    /**
     * When something counts as received that reached us on this day, where the place's calendar counts: the beginning of
     * that day, or this moment today.
     *
     * @throws ProblemException {@link ProblemType#INVALID} for a day in the future, or longer ago than a letter can lie
     */
    public Instant momentOfReceipt(LocalDate day, @Nullable String place, Instant now) {
        ZoneId zone = placeCalled(place, "/place").zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day.isAfter(today) || day.isBefore(today.minusDays(LONGEST_AGO))) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Correct the named fields and send it again.",
                    new Problem.Fault(
                            "/receivedOn", "not in the future, and at most %d days ago".formatted(LONGEST_AGO)));
        }
        return day.equals(today) ? now : day.atStartOfDay(zone).toInstant();
    }

    /** Which day it is then, where this calendar counts. */
    public LocalDate dayOf(Instant moment, String place) {
        return LocalDate.ofInstant(
                moment,
                laws.place(place)
                        .orElseThrow(() -> new IllegalStateException("nobody has checked the calendar of " + place))
                        .zone());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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
