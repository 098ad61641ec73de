package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.Tokens;

/** One-click unsubscribe as RFC 8058 has it, and whatever mail programs, scanners and forgers make of it. */
@QuarkusTest
class OneClickIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    @TestHTTPResource("/")
    URL service;

    private final String contactRef = "1." + UUID.randomUUID();
    private String path;

    @BeforeEach
    void a_link() {
        path = path(contactRef, "marketing-main", "main");
    }

    @Test
    void the_request_of_section_8_2_opts_out() throws IOException {
        String answer = raw("POST " + path + " HTTP/1.1\r\n"
                + "Host: example.com\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 26\r\n"
                + "\r\n"
                + "List-Unsubscribe=One-Click");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertOptedOut();
    }

    @Test
    void the_same_as_multipart_opts_out() throws IOException {
        String body = "---FormBoundaryjWmhtjORrn\r\n"
                + "Content-Disposition: form-data; name=\"List-Unsubscribe\"\r\n"
                + "\r\n"
                + "One-Click\r\n"
                + "---FormBoundaryjWmhtjORrn--\r\n";

        String answer = raw("POST " + path + " HTTP/1.1\r\n"
                + "Host: example.com\r\n"
                + "Content-Type: multipart/form-data; boundary=-FormBoundaryjWmhtjORrn\r\n"
                + "Content-Length: " + body.length() + "\r\n"
                + "\r\n"
                + body);

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertOptedOut();
    }

    @Test
    void what_mail_programs_add_to_it_does_not_matter() {
        for (String body : List.of(
                ONE_CLICK, ONE_CLICK + "\r\n", ONE_CLICK + "&utm_source=mail", "a=b&" + ONE_CLICK, ONE_CLICK + "&a")) {
            String ref = "1." + UUID.randomUUID();
            post(path(ref, "marketing-main", "main"), FORM + "; charset=UTF-8", body)
                    .then()
                    .statusCode(200);
            assertThat(check(ref).<String>path("because")).as(body).isEqualTo("refused");
        }
    }

    @Test
    void neither_a_cookie_nor_a_token_of_somebody_matters() {
        String someone = Tokens.forService("preferences-service")
                .customer("c-" + UUID.randomUUID())
                .sign();
        String expired = Tokens.forService("preferences-service")
                .customer("c-1")
                .expired()
                .sign();
        for (String authorization :
                List.of("Bearer " + someone, "Bearer " + expired, "Bearer nonsense", "Basic YTpi", "Negotiate x")) {
            Response answer = given().header("Authorization", authorization)
                    .header("Cookie", "session=somebody; q_session=1; consent=no")
                    .contentType(FORM)
                    .body(ONE_CLICK)
                    .post(path);
            answer.then().statusCode(200);
            assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
            assertThat(answer.headers().hasHeaderWithName("WWW-Authenticate")).isFalse();
            given().header("Authorization", authorization).get(path).then().statusCode(200);
        }
        assertOptedOut();
    }

    @Test
    void pages_of_other_sites_may_send_it_and_read_nothing() {
        for (String origin : List.of("https://mail.example", "null")) {
            Response answer = given().header("Origin", origin)
                    .header("Sec-Fetch-Site", "cross-site")
                    .contentType(FORM)
                    .body(ONE_CLICK)
                    .post(path);
            answer.then().statusCode(200);
            assertNoCors(answer);
        }
        assertOptedOut();
    }

    @Test
    void a_preflight_is_promised_nothing() {
        Response preflight = given().header("Origin", "https://mail.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .options(path);

        assertThat(preflight.statusCode()).isBetween(200, 204);
        assertNoCors(preflight);
        assertNothingChanged();
    }

    @Test
    void to_look_changes_nothing_however_it_is_done() {
        given().get(path + "?" + ONE_CLICK).then().statusCode(200);
        given().head(path).then().statusCode(200).body(emptyString());
        given().head(path + "?" + ONE_CLICK).then().statusCode(200);
        given().options(path).then().statusCode(200);
        given().header("Purpose", "prefetch")
                .header("Sec-Purpose", "prefetch")
                .get(path)
                .then()
                .statusCode(200);
        given().header("X-HTTP-Method-Override", "POST")
                .queryParam("_method", "POST")
                .get(path);
        given().contentType(FORM).body(ONE_CLICK).put(path).then().statusCode(405);
        given().contentType(FORM).body(ONE_CLICK).patch(path).then().statusCode(405);
        given().delete(path).then().statusCode(405);

        assertNothingChanged();
    }

    @Test
    void a_post_that_does_not_say_so_changes_nothing() {
        for (String body : List.of(
                "",
                "One-Click=List-Unsubscribe",
                "List-Unsubscribe=one-click",
                "list-unsubscribe=One-Click",
                "List-Unsubscribe",
                "List-Unsubscribe=",
                "List-Unsubscribe=One-Click-Not",
                "%00")) {
            post(path, FORM, body).then().statusCode(400).body("type", endsWith(":not-one-click"));
        }
        post(path + "?" + ONE_CLICK, FORM, "").then().statusCode(400);
        post(path, "text/plain", ONE_CLICK).then().statusCode(415);
        post(path, "application/json", "{\"List-Unsubscribe\":\"One-Click\"}")
                .then()
                .statusCode(415);
        post(path, FORM, ONE_CLICK + "&x=" + "x".repeat(300_000)).then().statusCode(413);

        assertNothingChanged();
    }

    @Test
    void nothing_ever_redirects() {
        for (String address : List.of(
                path,
                path + "/",
                "/" + path,
                "/u",
                "/u/",
                "/u//",
                path + "/..",
                "/u/x",
                path + "?x=https://evil.example",
                "/U" + path.substring(2))) {
            for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT")) {
                int status = given().redirects()
                        .follow(false)
                        .urlEncodingEnabled(false)
                        .header("X-Forwarded-Proto", "http")
                        .header("X-Forwarded-Host", "evil.example")
                        .contentType(FORM)
                        .request(method, address)
                        .statusCode();
                assertThat(status / 100).as("%s %s", method, address).isNotEqualTo(3);
            }
        }
        assertNothingChanged();
    }

    @Test
    void a_replay_is_answered_like_the_first_and_changes_no_more() {
        String first =
                post(path, FORM, ONE_CLICK).then().statusCode(200).extract().asString();

        IntStream.range(0, 30)
                .parallel()
                .mapToObj(i -> post(path, FORM, ONE_CLICK))
                .forEach(again -> again.then().statusCode(200).body(equalTo(first)));

        assertOptedOut();
    }

    @Test
    void a_link_made_of_two_is_none() {
        byte[] mine = bytes(path);
        byte[] other = bytes(path("1." + UUID.randomUUID(), "marketing-main", "main"));
        byte[] elsewhere = bytes(path(contactRef, "marketing-marketplace", "marketplace"));

        for (byte[] foreign : List.of(other, elsewhere)) {
            // What one says, signed with what the other was signed with
            byte[] swapped = mine.clone();
            System.arraycopy(foreign, foreign.length - 16, swapped, swapped.length - 16, 16);
            assertForged(swapped);
        }
        byte[] unsigned = mine.clone();
        java.util.Arrays.fill(unsigned, unsigned.length - 16, unsigned.length, (byte) 0);
        assertForged(unsigned);
        byte[] otherFormat = mine.clone();
        otherFormat[0] = 2;
        assertForged(otherFormat);
        byte[] otherKey = mine.clone();
        otherKey[1] = 9;
        assertForged(otherKey);

        assertNothingChanged();
    }

    /** Whatever is wrong with it, the answer is the same: nobody learns whether they came near. */
    private static void assertForged(byte[] token) {
        String forged = "/u/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        String nonsense =
                given().get("/u/nonsense").then().statusCode(404).extract().asString();
        given().get(forged).then().statusCode(404).body(equalTo(nonsense));
        given().head(forged).then().statusCode(404);
        post(forged, FORM, ONE_CLICK).then().statusCode(404).body(equalTo(nonsense));
        post(forged, FORM, "").then().statusCode(404).body(equalTo(nonsense));
    }

    private static void assertNoCors(Response answer) {
        assertThat(answer.headers().asList())
                .noneMatch(header ->
                        header.getName().toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
    }

    /** Once: the first version is that the contact point is known, the second the no. */
    private void assertOptedOut() {
        check(contactRef)
                .then()
                .body("allowed", equalTo(false))
                .body("because", equalTo("refused"))
                .body("version", equalTo(2));
    }

    private void assertNothingChanged() {
        check(contactRef).then().body("because", equalTo("unknown-subject"));
    }

    private static Response check(String ref) {
        return system().get("/send-check?purpose=marketing-main&channel=email&brand=main&contactRef=" + ref);
    }

    private static Response post(String path, String type, String body) {
        return given().header("Content-Type", type)
                .urlEncodingEnabled(false)
                .body(body)
                .post(path);
    }

    private static byte[] bytes(String path) {
        return Base64.getUrlDecoder().decode(path.substring("/u/".length()));
    }

    private static String path(String ref, String purpose, String brand) {
        return URI.create(system().contentType("application/json")
                        .body(Map.of("contactRef", ref, "purpose", purpose, "channel", "email", "brand", brand))
                        .post("/unsubscribe-links")
                        .path("url"))
                .getPath();
    }

    private static RequestSpecification system() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign());
    }

    /** Byte by byte what a mail program sends; what comes back first. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[64];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, length, StandardCharsets.US_ASCII);
        }
    }
}
