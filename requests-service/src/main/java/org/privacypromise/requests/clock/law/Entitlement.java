package org.privacypromise.requests.clock.law;

import org.jspecify.annotations.Nullable;

/**
 * One right as one law gives it.
 *
 * @param article where it stands
 * @param time from the start of the clock to the answer
 * @param extended from the same start, for complex requests; null if there is no extension
 * @param ours whether the law sets no time, and it is the one we set ourselves
 * @param confirm within which the receipt is to be confirmed; null if the law does not say
 * @param rolls whether a time that ends on a Saturday, Sunday or public holiday ends with the next working day instead
 * @param startsWithIdentity whether the time starts anew with identity information that was formally asked for
 * @param pausesForClarification whether the days of waiting for a clarification do not count
 */
public record Entitlement(
        Right right,
        String article,
        Span time,
        @Nullable Span extended,
        boolean ours,
        @Nullable Span confirm,
        boolean rolls,
        boolean startsWithIdentity,
        boolean pausesForClarification) {}
