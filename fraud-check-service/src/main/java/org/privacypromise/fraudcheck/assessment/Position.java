package org.privacypromise.fraudcheck.assessment;

import java.time.Instant;

/** A place in a list that is in the order of time: just this screening. */
public record Position(Instant at, String id) {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    public static Position beforeAll() {
        return new Position(FIRST, "");
    }

    public static Position afterAll() {
        return new Position(LAST, "");
    }

    public static Position of(Screening screening) {
        return new Position(screening.screenedAt(), screening.id());
    }
}
