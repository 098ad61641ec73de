package org.privacypromise.identity.budget;

import org.privacypromise.identity.budget.rate.Rate;

/**
 * One use of one budget.
 *
 * @param of what is counted, such as {@code code-to}
 * @param whose for whom; stored as a keyed hash only
 */
public record Charge(String of, String whose, Rate rate) {}
