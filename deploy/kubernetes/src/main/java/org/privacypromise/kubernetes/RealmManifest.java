package org.privacypromise.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The realm of one machine as the import of a real one: the same clients, roles and scopes; no people, the shop's
 * address, a mail server that wants a password, and secrets by name.
 */
final class RealmManifest {

    private static final Pattern CLIENT_SECRET = Pattern.compile("\\$\\{(SECRET_CLIENT_[A-Z_]+)}");
    private static final String SECRET = "realm-secrets";

    private RealmManifest() {}

    static Map<String, ?> of(String localRealm) {
        Map<String, Object> realm = read(localRealm.replace("http://localhost:8080", "https://shop.example.org"));
        realm.computeIfPresent(
                "users",
                (users, all) -> ((List<?>) all)
                        .stream()
                                .filter(user -> ((Map<?, ?>) user).containsKey("serviceAccountClientId"))
                                .toList());
        realm.put("smtpServer", mailServer());

        Map<String, Object> placeholders = new TreeMap<>();
        Matcher secrets = CLIENT_SECRET.matcher(localRealm);
        while (secrets.find()) {
            placeholders.put(secrets.group(1), secret(client(secrets.group(1))));
        }
        placeholders.put("SMTP_USER", secret("smtp-user"));
        placeholders.put("SMTP_PASSWORD", secret("smtp-password"));

        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("keycloakCRName", "keycloak");
        spec.put("placeholders", placeholders);
        spec.put("realm", realm);
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("apiVersion", "k8s.keycloak.org/v2beta1");
        resource.put("kind", "KeycloakRealmImport");
        resource.put("metadata", Map.of("name", "privacy-promise"));
        resource.put("spec", spec);
        return resource;
    }

    private static Map<String, Object> mailServer() {
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("host", "smtp.example.org");
        server.put("port", "587");
        server.put("from", "no-reply@example.org");
        server.put("fromDisplayName", "Privacy Promise");
        server.put("starttls", "true");
        server.put("auth", "true");
        server.put("user", "${SMTP_USER}");
        server.put("password", "${SMTP_PASSWORD}");
        return server;
    }

    private static Map<String, ?> secret(String key) {
        Map<String, String> secret = new LinkedHashMap<>();
        secret.put("name", SECRET);
        secret.put("key", key);
        return Map.of("secret", secret);
    }

    /** {@code SECRET_CLIENT_IDENTITY_SERVICE} is that of {@code identity-service}. */
    private static String client(String variable) {
        return variable.substring("SECRET_CLIENT_".length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    private static Map<String, Object> read(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the local realm is no JSON", e);
        }
    }
}
