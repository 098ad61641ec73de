package org.privacypromise.identity.customer.link;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.privacypromise.personaldata.MacKeys;

/**
 * Link tokens: handed to the browser that made a purchase, so that whoever signs in there can say "that was me". A token
 * names the purchase and the moment it expires, and only this service can make one. By itself it links nothing: the
 * account must also have verified the purchase's e-mail address. It works once, as a customer has one account.
 */
public final class LinkTokens {

    private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{75})");
    private static final int PAYLOAD_BYTES = 2 * Long.BYTES + Long.BYTES;

    private final MacKeys keys;

    public LinkTokens(MacKeys keys) {
        this.keys = keys;
    }

    /** The token for this purchase; the same for the same instant, to the second. */
    public String issue(UUID purchase, Instant expires) {
        int version = keys.active();
        byte[] payload = ByteBuffer.allocate(PAYLOAD_BYTES)
                .putLong(purchase.getMostSignificantBits())
                .putLong(purchase.getLeastSignificantBits())
                .putLong(expires.getEpochSecond())
                .array();
        byte[] mac = keys.mac(version, payload);
        byte[] token = ByteBuffer.allocate(payload.length + mac.length)
                .put(payload)
                .put(mac)
                .array();
        return version + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The purchase that this token is for; empty if it is forged, altered, garbage or expired. */
    public Optional<UUID> purchaseOf(String token, Instant now) {
        var parts = SHAPE.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(parts.group(2));
        byte[] payload = Arrays.copyOf(bytes, PAYLOAD_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, PAYLOAD_BYTES, bytes.length);
        if (!keys.matches(Integer.parseInt(parts.group(1)), payload, mac)) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(payload);
        UUID purchase = new UUID(read.getLong(), read.getLong());
        return now.getEpochSecond() < read.getLong() ? Optional.of(purchase) : Optional.empty();
    }
}
