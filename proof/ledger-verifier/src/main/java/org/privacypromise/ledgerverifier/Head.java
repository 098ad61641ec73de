package org.privacypromise.ledgerverifier;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A head as its JWS says it. */
record Head(
        String jws,
        String keyId,
        long sequence,
        Sha256 previous,
        long afterId,
        long upToId,
        long records,
        Sha256 root,
        String signedAt) {

    private static final String TYPE = "ledger-head+jwt";

    /** Without regard to the signature. */
    static Head of(String jws) {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a head is a JWS of three parts");
        }
        JsonObject header = part(parts[0]);
        if (!header.text("typ").equals(TYPE) || !header.text("alg").equals("EdDSA")) {
            throw new IllegalArgumentException("this is signed as something else than a head");
        }
        decode(parts[2]);
        JsonObject payload = part(parts[1]);
        return new Head(
                jws,
                header.text("kid"),
                payload.number("sequence"),
                new Sha256(payload.text("previous")),
                payload.number("afterId"),
                payload.number("upToId"),
                payload.number("records"),
                new Sha256(payload.text("root")),
                payload.text("signedAt"));
    }

    private static JsonObject part(String base64) {
        return JsonText.object(new String(decode(base64), StandardCharsets.UTF_8));
    }

    /** Of several texts for the same bytes only one is taken: the next head names this one by its text. */
    private static byte[] decode(String base64) {
        byte[] bytes = Base64.getUrlDecoder().decode(base64);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("a head is written in base64url, and in no other way");
        }
        return bytes;
    }

    /** What the next head names this one by. */
    Sha256 hash() {
        return Sha256.over(jws);
    }

    String signedPart() {
        return jws.substring(0, jws.lastIndexOf('.'));
    }

    byte[] signature() {
        return decode(jws.substring(jws.lastIndexOf('.') + 1));
    }

    String name() {
        return "head " + sequence;
    }
}
