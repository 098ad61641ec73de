package org.privacypromise.local;

import java.util.Map;

/**
 * How much heap each program may use, in megabytes. What a program occupies besides (classes, code, threads) comes on
 * top, about 100 to 150 MB each; the README says what the whole stack occupies.
 */
final class Heaps {

    private static final int SERVICE = 192;
    private static final int SYSTEM = 64;

    private static final Map<String, Integer> LIMITS = Map.ofEntries(
            // The JVM that keeps the server needs it once, to unpack; the server's own memory is no heap.
            Map.entry(Parts.POSTGRESQL, 128),
            Map.entry(Parts.KAFKA, 288),
            Map.entry(Parts.SMTP, 64),
            Map.entry(Parts.KEYCLOAK, 320),
            Map.entry("identity", SERVICE),
            Map.entry("preferences", SERVICE),
            Map.entry("requests", SERVICE),
            Map.entry("fraud-check", SERVICE),
            Map.entry("orders", SYSTEM),
            Map.entry("marketing", SYSTEM));

    private Heaps() {}

    /** The limit of this part. */
    static int of(String part) {
        Integer limit = LIMITS.get(part);
        if (limit == null) {
            throw new IllegalArgumentException("say in Heaps how much heap " + part + " may use");
        }
        return limit;
    }
}
