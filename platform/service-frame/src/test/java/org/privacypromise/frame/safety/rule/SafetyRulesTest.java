package org.privacypromise.frame.safety.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyRulesTest {

    private static final Map<String, String> SAFE = Map.of(
            "quarkus.oidc.auth-server-url", "https://accounts.example.org/realms/privacy-promise",
            "kafka.security.protocol", "SASL_SSL",
            "quarkus.http.cors.origins", "https://shop.example.org,/https://.*\\.example\\.org/",
            "quarkus.datasource.password", "hGq5Nw2bXc8LmR4t",
            "privacy.client-secret", "vTz7Kd9sPf3QyB6j");

    @Test
    void what_the_manifests_set_is_safe() {
        assertThat(faults(SAFE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    quarkus.oidc.tenant-enabled,   false,                 OIDC is off
                    quarkus.oidc.enabled,          false,                 OIDC is off
                    quarkus.oidc.auth-server-url,  http://keycloak:8080,  not asked by TLS
                    quarkus.oidc.tls.verification, none,                  certificates are not checked
                    quarkus.tls.trust-all,         true,                  certificates are not checked
                    kafka.security.protocol,       PLAINTEXT,             plain text
                    kafka.security.protocol,       sasl_plaintext,        plain text
                    quarkus.http.cors.origins,     *,                     every origin
                    quarkus.http.cors.origins,     /.*/,                  every origin
                    quarkus.datasource.password,   postgres,              password of the database
                    quarkus.datasource.password,   Change-Me,             password of the database
                    privacy.client-secret,         secret,                signs in
                    """)
    void an_unsafe_setting_is_found(String name, String value, String fault) {
        assertThat(faults(changed(name, value))).singleElement().asString().contains(fault);
    }

    @Test
    void one_origin_for_all_is_found_among_others() {
        assertThat(faults(changed("quarkus.http.cors.origins", "https://shop.example.org, *")))
                .hasSize(1);
    }

    @Test
    void all_faults_are_told_at_once_and_none_repeats_a_secret() {
        // Given: nothing is set but what everybody sets at first
        Map<String, String> settings = Map.of(
                "quarkus.oidc.auth-server-url", "http://localhost:8180/realms/privacy-promise",
                "quarkus.datasource.password", "hunter2",
                "privacy.client-secret", "tr0ub4dor");

        // When, Then
        assertThat(faults(settings))
                .hasSize(4)
                .noneMatch(fault ->
                        fault.toString().contains("hunter2") || fault.toString().contains("tr0ub4dor"))
                .allMatch(fault -> fault.remedy().matches(".*[A-Z_]{8,}.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void a_database_that_loses_what_it_has_confirmed_is_found(String parameter) {
        Map<String, String> parameters =
                new HashMap<>(Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on"));
        parameters.put(parameter, "off");

        assertThat(SafetyRules.checkDatabase(parameters))
                .singleElement()
                .asString()
                .contains(parameter + "=off")
                .contains("set " + parameter + "=on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "local", "remote_write", "remote_apply"})
    void a_commit_that_is_on_one_disk_at_least_is_safe(String level) {
        assertThat(SafetyRules.checkDatabase(Map.of("fsync", "on", "synchronous_commit", level)))
                .isEmpty();
    }

    private static Map<String, String> changed(String name, String value) {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.put(name, value);
        return settings;
    }

    private static List<UnsafeSetting> faults(Map<String, String> settings) {
        return SafetyRules.check(name -> Optional.ofNullable(settings.get(name)))
                .toList();
    }
}
