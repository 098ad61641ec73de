package org.privacypromise.preferences.propagation.lag;

/**
 * Durations in classes, each a twelfth wider than the one before: few enough to count each hour by class, and narrow
 * enough to tell a percentile within a tenth.
 *
 * @param number 0 for what took no millisecond, and one more for each class of longer ones
 */
public record LagClass(int number) {

    private static final int CLASSES_TO_DOUBLE = 8;

    public static LagClass of(long millis) {
        return new LagClass(millis < 1 ? 0 : 1 + (int) Math.floor(log2(millis) * CLASSES_TO_DOUBLE));
    }

    /** No duration of this class is longer. */
    public long upTo() {
        return number == 0 ? 0 : (long) Math.ceil(Math.pow(2, (double) number / CLASSES_TO_DOUBLE));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
