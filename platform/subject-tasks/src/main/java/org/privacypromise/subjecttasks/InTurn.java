package org.privacypromise.subjecttasks;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.function.Function;

/** One after the other, as a database session needs it. */
final class InTurn {

    private InTurn() {}

    static <T> Uni<Void> each(Collection<T> items, Function<T, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> work.apply(item).replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
