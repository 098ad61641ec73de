package org.privacypromise.personaldata;

import java.util.List;

/** A JWK set (RFC 7517) with which anybody can check what was signed here; its members are named as the standard has it. */
public record PublicKeySet(List<PublicKey> keys) {

    public static PublicKeySet of(List<SigningKey> keys) {
        return new PublicKeySet(keys.stream().map(PublicKey::of).toList());
    }

    /** One JWK of an Ed25519 key (RFC 8037). */
    public record PublicKey(String kty, String crv, String alg, String use, String kid, String x) {

        static PublicKey of(SigningKey key) {
            return new PublicKey("OKP", "Ed25519", "EdDSA", "sig", key.id(), key.publicKey());
        }
    }
}
