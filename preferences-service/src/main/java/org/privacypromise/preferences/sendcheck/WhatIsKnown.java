package org.privacypromise.preferences.sendcheck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tables say about the subjects of a batch of questions, by the place of each question. */
final class WhatIsKnown {

    private final @Nullable Stored[] own;
    private final Map<Integer, List<Stored>> customers = new HashMap<>();
    private final Map<Integer, Instant> suppressedSince = new HashMap<>();

    WhatIsKnown(int questions) {
        own = new Stored[questions];
    }

    /**
     * A subject of which there is a row.
     *
     * @param choice what was decided in the cell, null if nothing was
     * @param createdAt since when we know them; only there if there is no choice
     * @param everythingOff whether they have switched off everything, also what came later; only there if there is no choice
     * @param restricted whether they have had the use of their data stopped
     */
    record Stored(
            long version,
            @Nullable Instant createdAt,
            boolean everythingOff,
            boolean restricted,
            @Nullable StoredChoice choice) {}

    /** @param since as it is stored; only there for contact points */
    record StoredChoice(
            boolean allowed, String noticeVersion, @Nullable String since) {}

    void own(int place, Stored stored) {
        own[place] = stored;
    }

    void customer(int place, Stored stored) {
        customers.computeIfAbsent(place, none -> new ArrayList<>()).add(stored);
    }

    void suppressed(int place, Instant since) {
        suppressedSince.put(place, since);
    }

    /** The subject that the question names. */
    @Nullable
    Stored own(int place) {
        return own[place];
    }

    /** Whether the subject, or one who is reached by the contact point, has had the use of their data stopped. */
    boolean isRestricted(int place) {
        Stored named = own[place];
        return (named != null && named.restricted())
                || customers(place).stream().anyMatch(Stored::restricted);
    }

    /** Who is reached by the contact point that the question names. */
    List<Stored> customers(int place) {
        return customers.getOrDefault(place, List.of());
    }

    @Nullable
    Instant suppressedSince(int place) {
        return suppressedSince.get(place);
    }
}
