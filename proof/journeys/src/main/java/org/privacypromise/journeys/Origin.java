package org.privacypromise.journeys;

import java.security.SecureRandom;

/**
 * An internet address that somebody comes from, as the gateway in front of the services passes it on: made up anew for
 * each person, or all of them would count as one.
 */
record Origin(String address) {

    private static final String HEADER = "X-Forwarded-For";

    /** One of the range that is set aside for examples (RFC 3849), in a network of its own: a /64 is one household. */
    static Origin somewhere() {
        SecureRandom random = new SecureRandom();
        return new Origin("2001:db8:%x:%x::1".formatted(random.nextInt(0x10000), random.nextInt(0x10000)));
    }

    String header() {
        return HEADER;
    }
}
