package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.preferences.unsubscribe.token.DocumentedSchemeTest;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** Links for whole mailings, and links that mailers make themselves. */
@QuarkusTest
class MailerLinksIT {

    private static final Map<String, String> SCOPE =
            Map.of("system", "marketing", "purpose", "marketing-main", "brand", "main");

    private final String contactRef = "1." + UUID.randomUUID();

    @Test
    void a_mailing_gets_a_link_for_each_line_in_their_order() {
        // Given
        String customer = "c-" + UUID.randomUUID();
        KafkaProbe.publish(
                "identity.events.v1",
                new ContactPointRecorded(
                        customer, 1, contactRef, ContactPointRecorded.Kind.EMAIL, true, Instant.now()));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        mint(line("customerId", customer, "email")).getFirst().contains("url"));
        String body = IntStream.range(0, 2500)
                .mapToObj(i -> line("contactRef", "1.ref" + i, "email"))
                .collect(Collectors.joining("\n"));

        // When
        List<String> links = mint(String.join(
                "\n",
                line("customerId", customer, "email"),
                line("customerId", customer, "sms"),
                "{}",
                line("contactRef", "ada@example.org", "email"),
                line("contactRef", contactRef, "fax"),
                body));

        // Then
        assertThat(links).hasSize(2505);
        assertThat(links.get(1))
                .isEqualTo("{\"line\":2,\"remedy\":\"We know no contact point of that customer for this channel.\"}");
        assertThat(links.get(2)).isEqualTo("{\"line\":3,\"remedy\":\"Send either customerId or contactRef.\"}");
        assertThat(links.get(3))
                .startsWith("{\"line\":4,\"remedy\":\"An ID has")
                .doesNotContain("ada");
        assertThat(links.get(4))
                .isEqualTo(
                        "{\"line\":5,\"remedy\":\"There is no choice of this purpose, channel and brand to opt out of.\"}");
        assertThat(links.subList(5, 2505)).allMatch(link -> link.contains("/u/"));
        assertThat(links.stream().map(link -> JsonPath.from(link).getInt("line")))
                .isEqualTo(IntStream.rangeClosed(1, 2505).boxed().toList());
        for (int i : new int[] {0, 5, 2504}) {
            oneClick(JsonPath.from(links.get(i)).getString("url")).then().statusCode(200);
        }
        assertThat(because(contactRef)).isEqualTo("refused");
        assertThat(because("1.ref0")).isEqualTo("refused");
        assertThat(because("1.ref2499")).isEqualTo("refused");
        assertThat(because("1.ref7")).isEqualTo("unknown-subject");
    }

    @Test
    void a_mailer_that_was_given_a_key_makes_links_without_asking() throws Exception {
        // Given
        JsonPath first = issue().then().statusCode(201).extract().jsonPath();
        JsonPath second = issue().then().statusCode(201).extract().jsonPath();
        assertThat(first.getString("secret")).isNotEqualTo(second.getString("secret"));

        // When: the older key still counts
        for (JsonPath key : List.of(first, second)) {
            String ref = "1." + UUID.randomUUID();
            String link = key.getString("linkPrefix") + token(key, ref, "marketing-main");
            given().get(URI.create(link).getPath()).then().statusCode(200);
            assertThat(because(ref)).isEqualTo("unknown-subject");
            oneClick(link).then().statusCode(200);

            // Then
            assertThat(because(ref)).isEqualTo("refused");
        }
    }

    @Test
    void a_mailers_key_opens_nothing_that_it_is_not_for() throws Exception {
        JsonPath key = issue().jsonPath();
        String elsewhere = key.getString("linkPrefix") + token(key, contactRef, "feedback");

        oneClick(elsewhere).then().statusCode(404);

        assertThat(because(contactRef)).isEqualTo("unknown-subject");
    }

    @Test
    void a_key_that_has_become_known_is_withdrawn_and_no_other_with_it() throws Exception {
        // Given
        JsonPath leaked = issue().jsonPath();
        JsonPath renewed = issue().jsonPath();
        String link = leaked.getString("linkPrefix") + token(leaked, contactRef, "marketing-main");
        given().get(URI.create(link).getPath()).then().statusCode(200);

        // When, twice as good as once
        for (int i = 0; i < 2; i++) {
            operator().delete("/mailer-keys/" + leaked.getString("id")).then().statusCode(204);
        }

        // Then
        given().get(URI.create(link).getPath()).then().statusCode(404);
        oneClick(link).then().statusCode(404);
        mail(Map.of("subject", link.substring(link.lastIndexOf('/') + 1)))
                .then()
                .statusCode(404);
        assertThat(because(contactRef)).isEqualTo("unknown-subject");
        oneClick(renewed.getString("linkPrefix") + token(renewed, contactRef, "marketing-main"))
                .then()
                .statusCode(200);
        operator()
                .get("/mailer-keys?limit=200")
                .then()
                .body("keys.find { it.id == '%s' }.withdrawnBy".formatted(leaked.getString("id")), equalTo("account-1"))
                .body("keys.find { it.id == '%s' }".formatted(renewed.getString("id")), not(hasKey("withdrawnAt")));
    }

    @Test
    void only_operators_withdraw_and_only_what_there_is() {
        String id = issue().path("id");
        given().delete("/mailer-keys/" + id).then().statusCode(401);
        system().delete("/mailer-keys/" + id).then().statusCode(403);
        for (String unknown : List.of("1.99999999", "200." + id.substring(2), "1.0", "x", "1")) {
            operator().delete("/mailer-keys/" + unknown).then().statusCode(404).body("type", endsWith(":not-found"));
        }
    }

    @Test
    void a_secret_is_told_once_and_only_to_operators() {
        String id = issue().path("id");

        String list = operator()
                .get("/mailer-keys?limit=200")
                .then()
                .statusCode(200)
                .body("keys.id", hasItem(id))
                .body("keys[0].system", equalTo("marketing"))
                .body("keys[0].issuedBy", equalTo("account-1"))
                .body("keys[0]", not(hasKey("secret")))
                .extract()
                .asString();
        assertThat(list).doesNotContain("secret");
        operator().get("/mailer-keys?limit=1").then().header("Link", endsWith("rel=\"next\""));
        operator().get("/mailer-keys?limit=1&before=" + id.substring(2)).then().body("keys.id", not(hasItem(id)));

        given().contentType("application/json")
                .body(SCOPE)
                .post("/mailer-keys")
                .then()
                .statusCode(401);
        system().contentType("application/json")
                .body(SCOPE)
                .post("/mailer-keys")
                .then()
                .statusCode(403);
        system().get("/mailer-keys").then().statusCode(403);
    }

    @Test
    void a_key_is_for_a_system_that_there_is_and_for_what_can_be_opted_out_of() {
        issue(Map.of("system", "stranger", "purpose", "marketing-main", "brand", "marketplace"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/system", "/purpose"));
        issue(Map.of("system", "marketing", "purpose", "deliver-purchases", "brand", "main"))
                .then()
                .statusCode(422);
        issue(Map.of("system", "marketing", "purpose", "marketing-main", "brand", "main", "secret", "mine"))
                .then()
                .statusCode(400);
    }

    @Test
    void who_writes_a_mail_instead_is_opted_out_as_well() {
        String link = mint(line("contactRef", contactRef, "email")).getFirst();
        String token = link.substring(link.lastIndexOf('/') + 1, link.lastIndexOf('"'));

        // Whatever the mail program made of it
        for (Map<String, String> mail : List.of(
                Map.of("to", "unsubscribe@example.com", "subject", "Re: " + token),
                Map.of("to", "<unsubscribe+" + token + "@example.com>"),
                Map.of("subject", token))) {
            mail(mail)
                    .then()
                    .statusCode(200)
                    .body("purpose", equalTo("marketing-main"))
                    .body("channel", equalTo("email"))
                    .body("brand", equalTo("main"));
        }
        assertThat(because(contactRef)).isEqualTo("refused");
    }

    @Test
    void a_mail_without_a_token_of_ours_changes_nothing_and_is_not_repeated() {
        for (Map<String, String> mail : List.of(
                Map.of("to", "unsubscribe@example.com", "subject", "please stop, says ada@example.org"),
                Map.of("subject", "A".repeat(100)),
                Map.<String, String>of())) {
            String answer = mail(mail)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith(":not-found"))
                    .extract()
                    .asString();
            assertThat(answer).doesNotContain("ada");
        }
        given().contentType("application/json")
                .body("{}")
                .post("/unsubscribe-mails")
                .then()
                .statusCode(401);
    }

    private static String token(JsonPath key, String ref, String purpose) throws Exception {
        return DocumentedSchemeTest.byTheDocument(
                key.getString("id"), key.getString("secret"), ref, purpose, "email", "main");
    }

    private static String line(String how, String who, String channel) {
        return "{\"%s\":\"%s\",\"purpose\":\"marketing-main\",\"channel\":\"%s\",\"brand\":\"main\"}"
                .formatted(how, who, channel);
    }

    private static List<String> mint(String body) {
        return system().contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/unsubscribe-links/bulk")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private static Response issue() {
        return issue(SCOPE);
    }

    private static Response issue(Map<String, String> scope) {
        return operator().contentType("application/json").body(scope).post("/mailer-keys");
    }

    private static Response mail(Map<String, String> mail) {
        return system().contentType("application/json").body(mail).post("/unsubscribe-mails");
    }

    private static Response oneClick(String link) {
        return given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(URI.create(link).getPath());
    }

    private static String because(String ref) {
        return system().get("/send-check?purpose=marketing-main&channel=email&brand=main&contactRef=" + ref)
                .path("because");
    }

    private static RequestSpecification system() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign());
    }

    private static RequestSpecification operator() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .role("operator")
                        .sign());
    }
}
