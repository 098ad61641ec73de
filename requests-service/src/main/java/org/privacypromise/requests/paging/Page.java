package org.privacypromise.requests.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the query for the part after it; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page, if what was found begins with it.
     *
     * @param found one more than the page holds, if there are that many
     * @param next the query for the page after the one that ends with this
     */
    public static <R, T> Page<T> of(List<R> found, int limit, Function<R, T> view, Function<R, String> next) {
        List<R> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                shown.stream().map(view).toList(),
                found.size() > limit ? Optional.of(next.apply(shown.getLast())) : Optional.empty());
    }

    /** The header {@code Link}; empty at the end. */
    public Optional<String> link() {
        return next.map(query -> "<?" + query + ">; rel=\"next\"");
    }
}
