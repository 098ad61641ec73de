package org.privacypromise.requests.safekeeping;

import java.util.UUID;

/**
 * Content that is complete.
 *
 * @param sha256 of all its bytes, hexadecimal
 */
public record SealedContent(UUID id, long bytes, String sha256) {}
