package org.privacypromise.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes access tokens like the provider's, good for twelve hours, without a sign-in. Its key is registered with this
 * stack's provider, beside the provider's own: the services check these tokens exactly as they check any other.
 */
public final class TokenMint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> AUDIENCES =
            List.of("identity-service", "preferences-service", "requests-service", "fraud-check-service");

    private final String issuer;
    private final Clock clock;
    private final KeyPair keys;
    private final String keyId;

    private TokenMint(String issuer, Clock clock, KeyPair keys, String keyId) {
        this.issuer = issuer;
        this.clock = clock;
        this.keys = keys;
        this.keyId = keyId;
    }

    static TokenMint at(Site site, Clock clock) {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            register(http, site, keys);
            return new TokenMint(site.issuer(), clock, keys, publishedId(http, site, keys));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has these keys", e);
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    /** The token of the account that is linked to this customer ID. */
    public String customer(String customerId) {
        return signed("storefront", "customer", Map.of("customer_id", customerId));
    }

    /** The token of a program with this role, such as {@code system}. */
    public String program(String clientId, String role) {
        return signed(clientId, role, Map.of("client_id", clientId));
    }

    /** The token of one of the staff. */
    public String staff(String role) {
        return signed("desk", role, Map.of());
    }

    /** What whoever checks such a token needs to know. */
    public ECPublicKey publicKey() {
        return (ECPublicKey) keys.getPublic();
    }

    private String signed(String client, String role, Map<String, String> more) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("exp", now + LIFE.toSeconds());
        claims.put("iat", now);
        claims.put("auth_time", now);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iss", issuer);
        claims.put("aud", AUDIENCES);
        claims.put("sub", UUID.randomUUID().toString());
        claims.put("typ", "Bearer");
        claims.put("azp", client);
        claims.put("acr", "1");
        claims.put("realm_access", Map.of("roles", List.of(role)));
        claims.put("scope", "openid");
        claims.putAll(more);
        String content = encode(json(Map.of("alg", "ES256", "typ", "JWT", "kid", keyId))) + "." + encode(json(claims));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sign(content));
    }

    private byte[] sign(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ES256", e);
        }
    }

    /** With a lower priority than the provider's own keys, so that the provider goes on signing with those. */
    private static void register(HttpClient http, Site site, KeyPair keys) throws IOException, InterruptedException {
        String admin = new SignIn(site.url(Parts.KEYCLOAK) + "/realms/master")
                .program(Accounts.CLIENT, site.secrets().password(Accounts.SECRET));
        Map<String, Object> component = Map.of(
                "name",
                "token-mint-" + UUID.randomUUID(),
                "providerId",
                "ecdsa-generated",
                "providerType",
                "org.keycloak.keys.KeyProvider",
                "config",
                Map.of(
                        "priority",
                        List.of("-100"),
                        "enabled",
                        List.of("true"),
                        "active",
                        List.of("false"),
                        "ecdsaEllipticCurveKey",
                        List.of("P-256"),
                        "ecdsaPrivateKey",
                        List.of(Base64.getEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())),
                        "ecdsaPublicKey",
                        List.of(Base64.getEncoder()
                                .encodeToString(keys.getPublic().getEncoded()))));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(
                                URI.create(site.url(Parts.KEYCLOAK) + "/admin/realms/" + Realm.NAME + "/components"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + admin)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json(component)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new StackException(
                    "Keycloak takes no further key: %d %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    /** The provider names the key by itself. */
    private static String publishedId(HttpClient http, Site site, KeyPair keys)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(site.issuer() + "/protocol/openid-connect/certs"))
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
        String x =
                coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineX().toByteArray());
        for (JsonNode key : JSON.readTree(answer.body()).path("keys")) {
            if (key.path("x").asText().equals(x)) {
                return key.path("kid").asText();
            }
        }
        throw new StackException("Keycloak does not publish the key that it was given.");
    }

    private static String coordinate(byte[] number) {
        byte[] padded = new byte[32];
        byte[] bytes = number.length > 32 ? Arrays.copyOfRange(number, number.length - 32, number.length) : number;
        System.arraycopy(bytes, 0, padded, 32 - bytes.length, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
