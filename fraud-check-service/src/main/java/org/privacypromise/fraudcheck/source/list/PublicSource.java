package org.privacypromise.fraudcheck.source.list;

import java.time.LocalDate;

/**
 * Where a signal from outside comes from: whoever it speaks against is told.
 *
 * @param publisher who publishes it, and under which licence
 * @param retrieved when we took it over
 * @param reliability how far it can be trusted, in plain words
 * @param expires after which day it is too old to be believed
 */
public record PublicSource(
        String name, String publisher, String version, LocalDate retrieved, String reliability, LocalDate expires) {

    public boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }
}
