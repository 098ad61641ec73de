package org.privacypromise.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Keycloak is told at its first start: who may sign in, and what their tokens say. A user's name is what the lists
 * say, at example.org.
 */
final class Realm {

    static final String NAME = "privacy-promise";

    /** The clients that sign in with a secret. */
    static final List<String> CLIENTS = List.of(
            "checkout",
            "orders",
            "marketing",
            "identity-service",
            "preferences-service",
            "requests-service",
            "fraud-check-service");

    /** The customers who can sign in from the start, as the client {@code storefront}. */
    static final List<String> CUSTOMERS = List.of("customer", "other-customer");

    /** The people who work here and can sign in, as the client {@code desk}: each has the role of this name. */
    static final List<String> STAFF =
            List.of("privacy-team", "privacy-lead", "auditor", "fraud-analyst", "customer-care", "operator");

    private Realm() {}

    /** The realm as Keycloak imports it; Keycloak itself fills in {@code ${...}} from its environment. */
    static String template() {
        try (InputStream template = Realm.class.getResourceAsStream("/realm/privacy-promise-realm.json")) {
            if (template == null) {
                throw new IllegalStateException("the realm is missing in the program's jar");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of all {@code ${...}} in the template. */
    static Map<String, String> values(Site site) {
        Map<String, String> values = new TreeMap<>();
        CLIENTS.forEach(client -> put(values, site, "client/" + client));
        Stream.of(CUSTOMERS, STAFF).flatMap(List::stream).forEach(user -> put(values, site, "user/" + user));
        values.put("SMTP_PORT", String.valueOf(site.ports().of("smtp-incoming")));
        return values;
    }

    private static void put(Map<String, String> values, Site site, String secret) {
        values.put(Secrets.variable(secret), site.secrets().password(secret));
    }
}
