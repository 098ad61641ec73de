package org.privacypromise.requests.hold;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What must not be erased of somebody now.
 *
 * @param everything whether a hold names no category, and so means all
 * @param categories those that holds name
 */
public record Held(boolean everything, Set<String> categories) {

    /** Nothing is held. */
    public static final Held NOTHING = new Held(false, Set.of());

    public Held {
        categories = Set.copyOf(categories);
    }

    public boolean covers(String category) {
        return everything || categories.contains(category);
    }

    /**
     * Whether a system with these categories must not erase: it could not be relied on to part with the others alone, and
     * what is destroyed once is destroyed for good.
     */
    public boolean coversAnyOf(Collection<String> held) {
        return held.stream().anyMatch(this::covers);
    }

    Held and(Held other) {
        Set<String> all = new HashSet<>(categories);
        all.addAll(other.categories);
        return new Held(everything || other.everything, all);
    }
}
