package org.privacypromise.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something to become true, but not for ever. */
final class Patience {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Patience() {}

    /** What was seen once it was as wanted; empty if it never was. */
    static <T> Optional<T> until(Duration limit, Supplier<T> look, Predicate<T> wanted) {
        long start = System.nanoTime();
        while (true) {
            T seen = look.get();
            if (wanted.test(seen)) {
                return Optional.of(seen);
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                return Optional.empty();
            }
            pause(BETWEEN_LOOKS);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
