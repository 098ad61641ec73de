package org.privacypromise.identity.verification.receipt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says: whoever answered controls this contact point, and asked for this purpose. It names no address and
 * no customer.
 *
 * @param purpose as it was asked for, such as {@code access-request}
 * @param evidence what was proven, such as {@code contact-point-control}
 */
public record Receipt(
        String issuer,
        String verificationId,
        String contactRef,
        String purpose,
        @Nullable String requestId,
        String evidence,
        Instant issuedAt) {

    /** The kind of JWS ({@code typ}), so that no other token can be taken for a receipt (RFC 8725, 3.11). */
    public static final String TYPE = "verification-receipt+jwt";

    private static final Pattern NEEDS_NO_ESCAPE = Pattern.compile("[A-Za-z0-9._~:/-]*");

    /**
     * What is signed.
     *
     * @throws IllegalArgumentException if there is anything but IDs and keys in it
     */
    public String json() {
        Map<String, @Nullable String> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("jti", verificationId);
        claims.put("sub", contactRef);
        claims.put("purpose", purpose);
        claims.put("requestId", requestId);
        claims.put("evidence", evidence);
        return claims.entrySet().stream()
                .filter(claim -> claim.getValue() != null)
                .map(claim -> quoted(claim.getKey()) + ':' + quoted(String.valueOf(claim.getValue())))
                .collect(Collectors.joining(",", "{", ",\"iat\":" + issuedAt.getEpochSecond() + "}"));
    }

    private static String quoted(String text) {
        if (!NEEDS_NO_ESCAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a receipt holds IDs and keys only");
        }
        return '"' + text + '"';
    }
}
