package org.privacypromise.preferences.ledger.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What is signed over the records that came since the head before: how many, between which IDs, and the root of their
 * tree. Whoever keeps a head can show later that no record of then was altered, added or taken away.
 *
 * @param previous the hash of the head before, {@link LedgerHash#NONE} for the first
 * @param afterId the last ID that the head before covers, 0 for the first
 * @param upToId the last ID that this one covers
 */
public record LedgerHead(
        long sequence, LedgerHash previous, long afterId, long upToId, int records, LedgerHash root, Instant signedAt) {

    /** The kind of JWS ({@code typ}), so that no other token can be taken for a head (RFC 8725, 3.11). */
    public static final String TYPE = "ledger-head+jwt";

    /** What the next head names this one by: the hash over all of the JWS. */
    public static LedgerHash hash(String jws) {
        return LedgerHash.over(jws.getBytes(StandardCharsets.US_ASCII));
    }

    /** What is signed. Numbers, hashes and a time only: nothing that would need to be escaped. */
    public String json() {
        return "{\"iss\":\"preferences-service\",\"sequence\":" + sequence
                + ",\"previous\":\"" + previous.hex()
                + "\",\"afterId\":" + afterId
                + ",\"upToId\":" + upToId
                + ",\"records\":" + records
                + ",\"root\":\"" + root.hex()
                + "\",\"signedAt\":\"" + CanonicalRecord.time(signedAt) + "\"}";
    }
}
