package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Keycloak with the realm of the local stack. */
class KeycloakIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.startBeside(folder.resolve("state"), KeycloakIT::keycloakAndMail, line -> {});
    }

    private static List<Part> keycloakAndMail(Site site) {
        return Parts.infrastructure(site).stream()
                .filter(part -> Set.of("keycloak", "smtp").contains(part.name()))
                .toList();
    }

    @AfterAll
    static void stop() {
        stack.stop();
        assertThat(Processes.of(folder)).isEmpty();
    }

    @Test
    void a_system_s_token_says_who_it_is_what_it_may_do_and_where() {
        JsonNode token = claims(stack.signIn().program("orders", stack.secret("client/orders")));

        assertThat(token.path("azp").asText()).isEqualTo("orders");
        assertThat(texts(token.path("aud")))
                .contains("identity-service", "preferences-service", "requests-service")
                .doesNotContain("fraud-check-service");
        assertThat(texts(token.at("/realm_access/roles"))).containsExactly("system");
        assertThat(token.path("typ").asText()).isEqualTo("Bearer");
        assertThat(token.path("exp").asLong() - token.path("iat").asLong()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "preferences", "requests", "fraud-check"})
    void every_service_is_a_service_and_may_hand_over_what_it_holds(String service) {
        String client = service + "-service";
        JsonNode token = claims(stack.signIn().program(client, stack.secret("client/" + client)));

        assertThat(token.path("azp").asText()).isEqualTo(client);
        assertThat(texts(token.at("/realm_access/roles"))).containsExactly("service");
        assertThat(texts(token.path("aud"))).contains("requests-service");
    }

    @ParameterizedTest
    @CsvSource({"requests, identity", "requests, fraud-check", "identity, fraud-check", "preferences, identity"})
    void a_service_may_speak_to_those_it_asks(String service, String asked) {
        String client = service + "-service";

        assertThat(texts(claims(stack.signIn().program(client, stack.secret("client/" + client)))
                        .path("aud")))
                .contains(asked + "-service");
    }

    @Test
    void tokens_are_signed_with_an_elliptic_curve() {
        String token = stack.signIn().program("checkout", stack.secret("client/checkout"));

        assertThat(read(token.split("\\.", -1)[0]).path("alg").asText()).isEqualTo("ES256");
    }

    @Test
    void a_token_of_the_mint_is_one_of_the_provider_s_and_the_provider_goes_on_with_its_own_key() throws Exception {
        // When
        String minted = stack.tokenMint(Clock.systemUTC()).customer("c-1");
        String own = stack.signIn().program("checkout", stack.secret("client/checkout"));

        // Then
        JsonNode claims = claims(minted);
        assertThat(claims.path("iss").asText())
                .isEqualTo(claims(own).path("iss").asText());
        assertThat(claims.path("customer_id").asText()).isEqualTo("c-1");
        assertThat(texts(claims.at("/realm_access/roles"))).containsExactly("customer");
        assertThat(texts(claims.path("aud"))).contains("preferences-service");
        assertThat(publishedKeys()).contains(keyOf(minted), keyOf(own));
        assertThat(keyOf(own)).isNotEqualTo(keyOf(minted));
    }

    private static List<String> publishedKeys() throws Exception {
        String answer = HTTP.send(
                        HttpRequest.newBuilder(URI.create(stack.issuer() + "/protocol/openid-connect/certs"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return JSON.readTree(answer).path("keys").findValuesAsText("kid");
    }

    private static String keyOf(String token) {
        return read(token.split("\\.", -1)[0]).path("kid").asText();
    }

    @Test
    void a_customer_signs_in_with_a_code_and_is_known_to_the_services_but_has_no_customer_id_yet() {
        JsonNode token = claims(customer().access());

        assertThat(token.path("azp").asText()).isEqualTo("storefront");
        assertThat(texts(token.path("aud"))).contains("identity-service", "preferences-service", "requests-service");
        assertThat(texts(token.at("/realm_access/roles"))).containsExactly("customer");
        assertThat(texts(token.path("aud"))).doesNotContain("fraud-check-service");
        assertThat(token.path("sub").asText()).isNotEmpty();
        assertThat(token.has("customer_id")).isFalse();
        assertThat(token.has("email")).isFalse();
    }

    @Test
    void a_token_says_when_and_how_strongly_its_holder_signed_in_and_a_refreshed_one_says_no_better() {
        // When
        long before = Instant.now().getEpochSecond();
        SignIn.Tokens first = customer();
        JsonNode token = claims(first.access());

        // Then
        assertThat(token.path("auth_time").asLong())
                .isBetween(before, Instant.now().getEpochSecond());
        assertThat(token.path("acr").asText()).isEqualTo("1");

        // And
        await().until(() ->
                Instant.now().getEpochSecond() > token.path("auth_time").asLong());
        assertThat(claims(stack.signIn().refresh(first).access()).path("auth_time"))
                .isEqualTo(token.path("auth_time"));
        assertThat(claims(customer().access()).path("auth_time").asLong())
                .isGreaterThan(token.path("auth_time").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy-team", "privacy-lead", "auditor", "fraud-analyst", "customer-care", "operator"})
    void staff_sign_in_at_the_desk_with_their_role_and_are_known_to_every_service(String role) {
        JsonNode token = claims(stack.deskSignIn()
                .person(role + "@example.org", stack.secret("user/" + role))
                .access());

        assertThat(token.path("azp").asText()).isEqualTo("desk");
        assertThat(texts(token.at("/realm_access/roles"))).containsExactly(role);
        assertThat(texts(token.path("aud")))
                .contains("identity-service", "preferences-service", "requests-service", "fraud-check-service");
        assertThat(token.path("auth_time").asLong()).isPositive();
        assertThat(token.path("acr").asText()).isEqualTo("1");
    }

    @Test
    void a_shop_s_page_carries_no_role_of_staff_and_the_desk_none_of_a_customer() {
        var analyst = stack.signIn().person("fraud-analyst@example.org", stack.secret("user/fraud-analyst"));
        var customer = stack.deskSignIn().person("customer@example.org", stack.secret("user/customer"));

        assertThat(claims(analyst.access()).at("/realm_access/roles")).isEmpty();
        assertThat(claims(customer.access()).at("/realm_access/roles")).isEmpty();
    }

    @Test
    void two_customers_are_two() {
        var other = stack.signIn().person("other-customer@example.org", stack.secret("user/other-customer"));

        assertThat(claims(other.access()).path("sub"))
                .isNotEqualTo(claims(customer().access()).path("sub"));
        assertThat(texts(claims(other.access()).at("/realm_access/roles"))).containsExactly("customer");
    }

    @Test
    void another_customer_can_be_made_and_signs_in_at_once_and_identity_service_can_delete_the_account()
            throws Exception {
        // Given
        LocalStack.NewAccount made = stack.createCustomer("guest+" + UUID.randomUUID() + "@example.org");
        JsonNode token =
                claims(stack.signIn().person(made.userName(), made.password()).access());
        assertThat(texts(token.at("/realm_access/roles"))).containsExactly("customer");
        assertThat(stack.keycloakUser(made.userName()))
                .contains(token.path("sub").asText());

        // When
        String identity = stack.signIn().program("identity-service", stack.secret("client/identity-service"));
        HttpResponse<String> answer =
                send(admin("/users/" + token.path("sub").asText(), identity).DELETE());

        // Then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(stack.keycloakUser(made.userName())).isEmpty();
        assertThatThrownBy(() -> stack.signIn().person(made.userName(), made.password()))
                .hasMessageContaining("did not accept");
    }

    @Test
    void an_account_that_exists_is_not_made_again() {
        assertThatThrownBy(() -> stack.createCustomer("customer@example.org"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("409");
    }

    @Test
    void a_wrong_password_gets_no_code() {
        assertThatThrownBy(() -> stack.signIn().person("operator@example.org", "guess"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("did not accept");
    }

    @Test
    void without_a_challenge_there_is_no_code_and_with_a_password_there_is_no_token() throws Exception {
        String withoutChallenge = stack.issuer()
                + "/protocol/openid-connect/auth?client_id=storefront&response_type=code&scope=openid"
                + "&redirect_uri=http://localhost:8080/callback";
        assertThat(send(HttpRequest.newBuilder(URI.create(withoutChallenge)).GET())
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(target -> assertThat(target).contains("error=invalid_request"));

        HttpResponse<String> answer = send(HttpRequest.newBuilder(
                        URI.create(stack.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=storefront&username=customer@example.org"
                        + "&password=" + stack.secret("user/customer"))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unauthorized_client");
    }

    @Test
    void identity_service_gives_an_account_its_customer_id_and_a_refreshed_token_shows_it() throws Exception {
        // Given
        SignIn.Tokens before = customer();

        // When
        Account account = account(claims(before.access()).path("sub").asText());
        assertThat(account.withCustomerId("0197-a-customer").save()).isEqualTo(204);

        // Then
        SignIn.Tokens after = stack.signIn().refresh(before);
        assertThat(claims(after.access()).path("customer_id").asText()).isEqualTo("0197-a-customer");
        assertThatThrownBy(() -> stack.signIn().refresh(before)).hasMessageContaining("invalid_grant");

        // And the customer can change the account, but neither sees nor changes the ID
        String mine = new SignIn(stack.issuer(), "account-console", stack.issuer() + "/account/")
                .person("customer@example.org", stack.secret("user/customer"))
                .access();
        String profile = "{\"email\":\"customer@example.org\",\"firstName\":\"Demo\",\"lastName\":\"Customer\"%s}";
        String takeover = ",\"attributes\":{\"customer_id\":[\"somebody-else\"]}";
        assertThat(send(asUser(mine).GET()).body()).contains("Demo").doesNotContain("0197-a-customer");
        assertThat(change(mine, profile.formatted(""))).isEqualTo(204);
        assertThat(change(mine, profile.formatted(takeover))).isEqualTo(400);
        assertThat(claims(customer().access()).path("customer_id").asText()).isEqualTo("0197-a-customer");

        account.withCustomerId(null).save();
    }

    @Test
    void other_services_may_not_touch_accounts() throws Exception {
        for (String client : List.of("preferences-service", "requests-service", "orders", "checkout")) {
            String token = stack.signIn().program(client, stack.secret("client/" + client));

            assertThat(send(admin("/users", token).GET()).statusCode())
                    .as(client)
                    .isEqualTo(403);
        }
    }

    private static SignIn.Tokens customer() {
        return stack.signIn().person("customer@example.org", stack.secret("user/customer"));
    }

    private static Account account(String id) throws IOException {
        String token = stack.signIn().program("identity-service", stack.secret("client/identity-service"));
        return new Account(
                token,
                id,
                JSON.readTree(send(admin("/users/" + id, token).GET()).body()));
    }

    private record Account(String token, String id, JsonNode account) {

        Account withCustomerId(String customerId) {
            var attributes = ((com.fasterxml.jackson.databind.node.ObjectNode) account).putObject("attributes");
            if (customerId != null) {
                attributes.putArray("customer_id").add(customerId);
            }
            return this;
        }

        int save() throws IOException {
            return send(admin("/users/" + id, token)
                            .header("Content-Type", "application/json")
                            .PUT(BodyPublishers.ofString(account.toString())))
                    .statusCode();
        }
    }

    private static int change(String token, String profile) throws IOException {
        return send(asUser(token).POST(BodyPublishers.ofString(profile))).statusCode();
    }

    private static HttpRequest.Builder admin(String path, String token) {
        URI uri = URI.create(stack.url("keycloak") + "/admin/realms/privacy-promise" + path);
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder asUser(String token) {
        return HttpRequest.newBuilder(URI.create(stack.issuer() + "/account/"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode claims(String token) {
        return read(token.split("\\.", -1)[1]);
    }

    private static JsonNode read(String part) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(JsonNode values) {
        return values.isArray() ? values.valueStream().map(JsonNode::asText).toList() : List.of(values.asText());
    }
}
