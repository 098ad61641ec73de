package org.privacypromise.local;

import java.util.Map;
import java.util.TreeMap;

/** What each program of the suite is told through its environment: the one place with the names of those variables. */
final class ServiceEnvironment {

    private ServiceEnvironment() {}

    /** For one of the four services. */
    static Map<String, String> of(Site site, String service) {
        Ports ports = site.ports();
        Secrets secrets = site.secrets();

        Map<String, String> environment = new TreeMap<>();
        // Plain Kafka, plain Keycloak: everything is on this machine.
        environment.put("PRIVACY_UNSAFE_SETTINGS", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(service)));
        // As behind a gateway: whoever calls from this machine may say for whom.
        environment.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
        environment.put("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.of(service + "-health")));
        environment.put("QUARKUS_DATASOURCE_USERNAME", Databases.name(service));
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.password("database/" + service));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", site.databaseAddress(Databases.name(service)));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + site.databaseAddress(Databases.name(service)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", site.bootstrapServers());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", site.issuer());
        environment.put("PRIVACY_CLIENT_SECRET", secrets.password("client/" + service + "-service"));
        environment.put("PRIVACY_IDENTITY_URL", site.url("identity"));
        environment.put("PRIVACY_REQUESTS_URL", site.url("requests"));
        environment.put("PRIVACY_FRAUD_CHECK_URL", site.url("fraud-check"));
        environment.put("PRIVACY_PREFERENCES_URL", site.url("preferences"));
        environment.put("PRIVACY_KEYS_WRAPPING", key(secrets, "wrapping/" + service));
        environment.put("PRIVACY_KEYS_ERASURE", key(secrets, "erasure"));
        switch (service) {
            case "identity" -> {
                environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
                environment.put("QUARKUS_MAILER_PORT", String.valueOf(ports.of("smtp-incoming")));
                environment.put("QUARKUS_MAILER_FROM", "Privacy Promise <no-reply@example.org>");
                environment.put("PRIVACY_KEYS_CONTACT", key(secrets, "contact"));
                environment.put("PRIVACY_KEYS_LINK", key(secrets, "link"));
                environment.put("PRIVACY_KEYS_CODE", key(secrets, "code"));
                environment.put("PRIVACY_KEYS_RECEIPT", key(secrets, "receipt"));
            }
            case "preferences" -> {
                environment.put("PRIVACY_UNSUBSCRIBE_BASE_URL", site.url("preferences"));
                environment.put("PRIVACY_KEYS_CONTACT", key(secrets, "contact"));
                environment.put("PRIVACY_KEYS_UNSUBSCRIBE", key(secrets, "unsubscribe"));
                environment.put("PRIVACY_KEYS_LEDGER", key(secrets, "ledger"));
                environment.put("PRIVACY_RECEIPT_CHOICES_PAGE", Site.STOREFRONT + "/your-choices");
                environment.put("PRIVACY_RECEIPT_RIGHTS_PAGE", Site.STOREFRONT + "/your-data");
            }
            case "requests" -> {
                environment.put("PRIVACY_DELIVERY_PAGE_URL", Site.STOREFRONT + "/your-data");
                environment.put("PRIVACY_KEYS_CURSOR", key(secrets, "cursor"));
            }
            case "fraud-check" -> environment.put("PRIVACY_KEYS_COUNTERS", key(secrets, "counters"));
            default -> throw new IllegalArgumentException("no service is named " + service);
        }
        return environment;
    }

    private static String key(Secrets secrets, String name) {
        return secrets.keys(name).toString();
    }

    /** For a sample downstream system. */
    static Map<String, String> ofSystem(Site site, String system) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("HTTP_PORT", String.valueOf(site.ports().of(system)));
        environment.put("DATABASE_URL", "jdbc:" + site.databaseAddress(system));
        environment.put("DATABASE_USER", system);
        environment.put("DATABASE_PASSWORD", site.secrets().password("database/" + system));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", site.bootstrapServers());
        environment.put("OIDC_TOKEN_URL", site.issuer() + "/protocol/openid-connect/token");
        environment.put("CLIENT_ID", system);
        environment.put(
                "CLIENT_SECRET_FILE",
                site.secrets().passwordFile("client/" + system).toString());
        environment.put("IDENTITY_URL", site.url("identity"));
        environment.put("PREFERENCES_URL", site.url("preferences"));
        environment.put("REQUESTS_URL", site.url("requests"));
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", String.valueOf(site.ports().of("smtp-incoming")));
        return environment;
    }
}
