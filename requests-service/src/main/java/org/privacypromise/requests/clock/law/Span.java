package org.privacypromise.requests.clock.law;

/**
 * A time that a law gives; one of the three is set.
 *
 * @param businessDays days that are neither a weekend nor a public holiday
 */
public record Span(int months, int days, int businessDays) {

    public Span {
        if (months < 0
                || days < 0
                || businessDays < 0
                || Math.min(months, 1) + Math.min(days, 1) + Math.min(businessDays, 1) != 1) {
            throw new IllegalArgumentException("a time is a number of months, of days or of business days");
        }
    }
}
