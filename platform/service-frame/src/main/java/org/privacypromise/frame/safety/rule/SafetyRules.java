package org.privacypromise.frame.safety.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules about settings, each with its remedy. */
public final class SafetyRules {

    private static final int SHORTEST_PASSWORD = 12;
    private static final Set<String> PASSWORDS_THAT_EVERYBODY_KNOWS =
            Set.of("changeme", "change-me", "changeit", "password", "postgres", "quarkus", "secret", "privacy-promise");
    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");
    /** What PostgreSQL is told by those who want it fast rather than right. */
    private static final Map<String, Set<String>> LOSES_COMMITS =
            Map.of("fsync", Set.of("off"), "full_page_writes", Set.of("off"), "synchronous_commit", Set.of("off"));

    private record Rule(Predicate<Settings> broken, UnsafeSetting setting) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    settings -> settings.has("quarkus.oidc.enabled", "false")
                            || settings.has("quarkus.oidc.tenant-enabled", "false"),
                    "OIDC is off, so nobody has to sign in",
                    "remove QUARKUS_OIDC_TENANT_ENABLED and QUARKUS_OIDC_ENABLED"),
            rule(
                    settings -> settings.get("quarkus.oidc.auth-server-url")
                            .filter(url -> url.startsWith("https://"))
                            .isEmpty(),
                    "the OIDC provider is not asked by TLS",
                    "set QUARKUS_OIDC_AUTH_SERVER_URL to its https:// address"),
            rule(
                    settings -> settings.has("quarkus.oidc.tls.verification", "none")
                            || settings.has("quarkus.tls.trust-all", "true"),
                    "certificates are not checked",
                    "remove QUARKUS_OIDC_TLS_VERIFICATION and QUARKUS_TLS_TRUST_ALL"),
            rule(
                    settings -> settings.get("kafka.security.protocol")
                            .map(protocol -> protocol.toUpperCase(Locale.ROOT))
                            .filter(ENCRYPTED::contains)
                            .isEmpty(),
                    "Kafka is spoken to in plain text",
                    "set KAFKA_SECURITY_PROTOCOL to SASL_SSL or SSL"),
            rule(
                    settings -> settings.get("quarkus.http.cors.origins")
                            .filter(SafetyRules::letsEverybodyIn)
                            .isPresent(),
                    "pages of every origin may call (CORS)",
                    "name the shop's origins in QUARKUS_HTTP_CORS_ORIGINS, without * and patterns like /.*/"),
            rule(
                    settings -> isGuessable(settings.get("quarkus.datasource.password")),
                    "the password of the database can be guessed",
                    "set QUARKUS_DATASOURCE_PASSWORD to " + SHORTEST_PASSWORD + " random characters or more"),
            rule(
                    settings -> isGuessable(settings.get("privacy.client-secret")),
                    "the secret with which the service signs in can be guessed",
                    "set PRIVACY_CLIENT_SECRET to " + SHORTEST_PASSWORD + " random characters or more"));

    private SafetyRules() {}

    /** Every unsafe setting, not only the first. */
    public static Stream<UnsafeSetting> check(Settings settings) {
        return RULES.stream().filter(rule -> rule.broken().test(settings)).map(Rule::setting);
    }

    /** @param parameters PostgreSQL's, as it says them itself */
    public static Stream<UnsafeSetting> checkDatabase(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter ->
                        LOSES_COMMITS.getOrDefault(parameter.getKey(), Set.of()).contains(parameter.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> new UnsafeSetting(
                        "the database runs with " + parameter.getKey() + "=" + parameter.getValue()
                                + ", so what was answered can be lost",
                        "set " + parameter.getKey() + "=on in its configuration"));
    }

    private static Rule rule(Predicate<Settings> broken, String fault, String remedy) {
        return new Rule(broken, new UnsafeSetting(fault, remedy));
    }

    private static boolean letsEverybodyIn(String origins) {
        return Stream.of(origins.split(","))
                .map(String::strip)
                .anyMatch(origin -> origin.equals("*") || origin.matches("/\\^?(https\\?://)?\\.[*+]\\$?/"));
    }

    /** One that is not set is none to be guessed: then it is by another way that the service signs in. */
    private static boolean isGuessable(Optional<String> password) {
        return password.filter(text -> text.length() < SHORTEST_PASSWORD
                        || PASSWORDS_THAT_EVERYBODY_KNOWS.contains(text.toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
