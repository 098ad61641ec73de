package org.privacypromise.sample;

import java.time.Instant;
import java.util.Map;

/** A marketing message that this system has sent; told to the suite, which checks that it was allowed. */
record SentMessage(String reference, String customerId, String purpose, String brand, Instant sentAt) {

    static final String TOPIC = "marketing.sent.v1";
    static final String TYPE = "marketing.sent.v1";

    /** The reference is the statement's ID, too: the same message is told twice, if at all, as one. */
    Statement statement() {
        return new Statement(TOPIC, key(), reference, TYPE, sentAt, payload());
    }

    private String key() {
        return "c:" + customerId;
    }

    private Map<String, Object> payload() {
        return Map.of(
                "key",
                key(),
                "purpose",
                purpose,
                "channel",
                "email",
                "brand",
                brand,
                "sentAt",
                sentAt.toString(),
                "messageRef",
                reference);
    }
}
