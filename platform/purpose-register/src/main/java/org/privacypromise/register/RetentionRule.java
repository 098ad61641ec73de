package org.privacypromise.register;

import org.jspecify.annotations.Nullable;

/**
 * How long data is kept and why.
 *
 * @param startEvent key of the event the period counts from; null only while the period is undecided
 * @param law the rule that asks for it or allows it, as cited; null only while the period is undecided
 * @param words the rule in plain words, as an erasure report says it
 */
public record RetentionRule(
        String key,
        RetentionPeriod period,
        @Nullable String startEvent,
        @Nullable String law,
        Text words) {}
