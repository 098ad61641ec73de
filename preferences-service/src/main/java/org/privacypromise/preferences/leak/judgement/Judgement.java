package org.privacypromise.preferences.leak.judgement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be thought of a message that was sent. */
public sealed interface Judgement {

    /** Nothing: it was allowed, or the refusal was under way to the system and not late. */
    record Fair() implements Judgement {}

    /** It was refused, and the system may or may not have known: it is clear at this time at the latest. */
    record Doubtful(Instant clearAt) implements Judgement {}

    /**
     * It should not have been sent.
     *
     * @param refusal what the system did not obey
     * @param inForce its own word that the refusal was in force there; null if it has not said so
     * @param dueAt by when the refusal should have been in force there
     */
    record Leak(Said refusal, @Nullable InForce inForce, Instant dueAt) implements Judgement {}
}
