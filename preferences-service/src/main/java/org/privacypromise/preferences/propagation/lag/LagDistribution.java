package org.privacypromise.preferences.propagation.lag;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How long many changes took, as counts by {@link LagClass}. */
public final class LagDistribution {

    private final SortedMap<Integer, Long> changesByClass = new TreeMap<>();
    private final long longestMillis;
    private final long changes;

    /**
     * @param changesByClass how many changes fell into the class with this number
     * @param longestMillis the longest of them, exactly
     */
    public LagDistribution(Map<Integer, Long> changesByClass, long longestMillis) {
        this.changesByClass.putAll(changesByClass);
        this.longestMillis = longestMillis;
        this.changes =
                changesByClass.values().stream().mapToLong(Long::longValue).sum();
    }

    public static LagDistribution empty() {
        return new LagDistribution(Map.of(), 0);
    }

    public long changes() {
        return changes;
    }

    /** Null if nothing was measured. */
    public @Nullable Long longestMillis() {
        return changes == 0 ? null : longestMillis;
    }

    /**
     * The time within which this share of the changes was done; never too short, and too long by a tenth at most.
     *
     * @param share such as 0.95
     * @return null if nothing was measured
     */
    public @Nullable Long millisOf(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * changes));
        long seen = 0;
        for (Map.Entry<Integer, Long> one : changesByClass.entrySet()) {
            seen += one.getValue();
            if (seen >= wanted) {
                return Math.min(longestMillis, new LagClass(one.getKey()).upTo());
            }
        }
        return null;
    }
}
