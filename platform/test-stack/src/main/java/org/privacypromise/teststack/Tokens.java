package org.privacypromise.teststack;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Access tokens as the provider of {@link OidcResource} signs them. What a test does not say is as a good token has it:
 * right issuer, right audience, five minutes to live, signed in just now (and, as Keycloak says of a password, with acr 1).
 */
public final class Tokens {

    static final String ISSUER = "https://server.example.com";

    private final String audience;
    private final List<String> roles = new ArrayList<>();
    private String subject = "account-1";
    private String client = "storefront";
    private String type = "Bearer";
    private String issuer = ISSUER;
    private Instant issuedAt = Instant.now();
    private Instant signedInAt = issuedAt;
    private Duration life = Duration.ofMinutes(5);
    private final HashMap<String, Object> claims = new HashMap<>(Map.of("acr", "1"));
    private boolean foreignKey;

    private Tokens(String audience) {
        this.audience = audience;
    }

    /** A token for the service with this audience, so far without a role or customer ID. */
    public static Tokens forService(String audience) {
        return new Tokens(audience);
    }

    /** What a signed-in customer presents whose account is linked to this customer ID. */
    public Tokens customer(String customerId) {
        return role("customer").claim("customer_id", customerId);
    }

    /** What a system presents that signed in with its client credentials. */
    public Tokens system(String clientId) {
        client = clientId;
        subject = "service-account-" + clientId;
        return role("system");
    }

    public Tokens role(String role) {
        roles.add(role);
        return this;
    }

    public Tokens subject(String sub) {
        subject = sub;
        return this;
    }

    public Tokens client(String azp) {
        client = azp;
        return this;
    }

    public Tokens claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** {@code ID} makes an ID token. */
    public Tokens type(String typ) {
        type = typ;
        return this;
    }

    public Tokens issuer(String iss) {
        issuer = iss;
        return this;
    }

    /** When the person last proved who they are: an old sign-in may have a fresh token. */
    public Tokens signedInAt(Instant authTime) {
        signedInAt = authTime;
        return this;
    }

    /** Expired an hour ago. */
    public Tokens expired() {
        issuedAt = Instant.now().minus(Duration.ofHours(2));
        signedInAt = issuedAt;
        life = Duration.ofHours(1);
        return this;
    }

    /** Signed with a key that the provider does not know, under a key ID that it does. */
    public Tokens signedByAnother() {
        foreignKey = true;
        return this;
    }

    /** The compact serialisation, for {@code Authorization: Bearer}. */
    public String sign() {
        JwtClaimsBuilder token = Jwt.claims(Map.copyOf(claims))
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .issuedAt(issuedAt)
                .expiresAt(issuedAt.plus(life))
                .claim("typ", type)
                .claim("azp", client)
                .claim("auth_time", signedInAt.getEpochSecond())
                .claim("realm_access", Map.of("roles", roles))
                .groups(new HashSet<>(roles));
        var signature = token.jws().keyId("1");
        return foreignKey ? signature.sign(AnotherKey.KEY) : signature.sign("privateKey.jwk");
    }

    /** Made once, as that takes longer than a test should. */
    private static final class AnotherKey {

        static final PrivateKey KEY = make();

        private static PrivateKey make() {
            try {
                KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
                keys.initialize(2048);
                return keys.generateKeyPair().getPrivate();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has RSA", e);
            }
        }
    }
}
