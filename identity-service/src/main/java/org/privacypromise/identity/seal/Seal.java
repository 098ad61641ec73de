package org.privacypromise.identity.seal;

/**
 * A keyed hash and the version of the key that made it.
 *
 * @param mac 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by Seals only, in constant time
public record Seal(int keyVersion, byte[] mac) {}
