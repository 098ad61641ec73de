package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final JsonNode realm = read(Realm.template());

    @Test
    void every_hole_in_the_template_is_filled_and_nothing_is_offered_that_it_does_not_ask_for() {
        Set<String> holes = Pattern.compile("\\$\\{([A-Z_]+)}") // a small one such as client_id is for tokens
                .matcher(Realm.template())
                .results()
                .map(hole -> hole.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Realm.values(Site.in(folder)).keySet()).isEqualTo(holes);
    }

    @Test
    void no_secret_is_written_in_the_template() {
        assertThat(realm.findValuesAsText("secret")).allMatch(secret -> secret.startsWith("${"));
        assertThat(realm.path("users").findValues("credentials").stream()
                        .flatMap(credentials -> credentials.findValuesAsText("value").stream()))
                .isNotEmpty()
                .allMatch(password -> password.startsWith("${"));
    }

    @Test
    void nobody_gets_a_token_for_a_password_or_without_a_code() {
        assertThat(realm.path("clients")).allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"storefront", "desk"})
    void a_page_must_prove_that_it_started_the_sign_in(String page) {
        assertThat(client(page).at("/attributes/pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    @Test
    void only_identity_service_may_change_accounts() {
        List<String> trusted = StreamSupport.stream(realm.path("users").spliterator(), false)
                .filter(user -> user.path("clientRoles").has("realm-management"))
                .map(user -> user.path("serviceAccountClientId").asText())
                .toList();

        assertThat(trusted).containsExactly("identity-service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity-service",
                "preferences-service",
                "requests-service",
                "fraud-check-service",
                "orders",
                "marketing"
            })
    void every_holder_of_data_may_hand_it_to_requests_service(String client) {
        assertThat(client(client).path("defaultClientScopes"))
                .extracting(JsonNode::asText)
                .contains("requests-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"storefront", "desk"})
    void whoever_signs_in_shows_when_and_how(String page) {
        assertThat(client(page).path("defaultClientScopes"))
                .extracting(JsonNode::asText)
                .contains("basic", "acr");
    }

    @Test
    void only_an_administrator_sees_or_edits_the_customer_id() {
        JsonNode profile = read(
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());

        JsonNode permissions = StreamSupport.stream(profile.path("attributes").spliterator(), false)
                .filter(attribute -> attribute.path("name").asText().equals("customer_id"))
                .findFirst()
                .orElseThrow()
                .path("permissions");
        assertThat(permissions).isEqualTo(read("{\"view\":[\"admin\"],\"edit\":[\"admin\"]}"));
    }

    private JsonNode client(String id) {
        return StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
