package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceEnvironmentTest {

    private static final List<String> SERVICES = List.of("identity", "preferences", "requests", "fraud-check");

    @TempDir
    Path folder;

    @Test
    void each_service_wraps_its_keys_with_a_key_of_its_own() {
        assertThat(of("PRIVACY_KEYS_WRAPPING")).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void the_four_services_know_an_erased_subject_by_the_same_reference() {
        assertThat(of("PRIVACY_KEYS_ERASURE"))
                .doesNotContainNull()
                .containsOnly(of("PRIVACY_KEYS_ERASURE").getFirst());
    }

    @Test
    void only_identity_and_preferences_can_compute_a_reference_to_a_contact_point() {
        assertThat(holdersOf("PRIVACY_KEYS_CONTACT")).containsExactly("identity", "preferences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVACY_KEYS_CODE", "PRIVACY_KEYS_RECEIPT", "PRIVACY_KEYS_LINK", "QUARKUS_MAILER_HOST"})
    void only_identity_checks_codes_signs_receipts_and_sends_mail(String variable) {
        assertThat(holdersOf(variable)).containsExactly("identity");
    }

    @Test
    void only_preferences_signs_the_ledger_and_unsubscribe_links_each_with_a_key_of_its_own() {
        assertThat(holdersOf("PRIVACY_KEYS_LEDGER")).containsExactly("preferences");
        assertThat(holdersOf("PRIVACY_KEYS_UNSUBSCRIBE")).containsExactly("preferences");
        assertThat(service("preferences").entrySet().stream()
                        .filter(variable -> variable.getKey().startsWith("PRIVACY_KEYS_"))
                        .map(Map.Entry::getValue))
                .doesNotHaveDuplicates();
    }

    @Test
    void only_fraud_check_counts() {
        assertThat(holdersOf("PRIVACY_KEYS_COUNTERS")).containsExactly("fraud-check");
    }

    @Test
    void no_key_serves_two_ends() {
        Map<String, String> identity = service("identity");

        assertThat(identity.entrySet().stream()
                        .filter(variable -> variable.getKey().startsWith("PRIVACY_KEYS_"))
                        .map(Map.Entry::getValue))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_program_can_sign_in_and_knows_its_neighbours() {
        assertThat(SERVICES.stream().map(this::service))
                .allSatisfy(environment -> assertThat(environment)
                        .containsKeys(
                                "PRIVACY_CLIENT_SECRET",
                                "PRIVACY_IDENTITY_URL",
                                "PRIVACY_REQUESTS_URL",
                                "PRIVACY_PREFERENCES_URL",
                                "PRIVACY_FRAUD_CHECK_URL"));
        assertThat(Stream.of("orders", "marketing").map(system -> ServiceEnvironment.ofSystem(Site.in(folder), system)))
                .allSatisfy(environment -> assertThat(environment)
                        .containsKeys(
                                "CLIENT_ID", "CLIENT_SECRET_FILE", "OIDC_TOKEN_URL", "REQUESTS_URL", "IDENTITY_URL"));
    }

    private List<String> of(String variable) {
        return SERVICES.stream().map(service -> service(service).get(variable)).toList();
    }

    private List<String> holdersOf(String variable) {
        return SERVICES.stream()
                .filter(service -> service(service).containsKey(variable))
                .toList();
    }

    private Map<String, String> service(String service) {
        return ServiceEnvironment.of(Site.in(folder), service);
    }
}
