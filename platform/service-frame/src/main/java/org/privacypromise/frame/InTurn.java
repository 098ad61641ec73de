package org.privacypromise.frame;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** One after the other, as a database session needs it: it is never used concurrently. The first failure ends it. */
public final class InTurn {

    private InTurn() {}

    public static <T> Uni<Void> each(Collection<T> all, Function<T, ? extends Uni<?>> step) {
        return steps(all, item -> step.apply(item).replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What the steps have led to, in the same order; nothing for a step that has led to null. */
    public static <T, R> Uni<List<R>> all(Collection<T> all, Function<T, Uni<R>> step) {
        return steps(all, step).collect().asList();
    }

    private static <T, R> Multi<R> steps(Collection<T> all, Function<T, Uni<R>> step) {
        return Multi.createFrom().iterable(all).onItem().transformToUniAndConcatenate(step::apply);
    }
}
