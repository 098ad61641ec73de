package org.privacypromise.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts of the realm, seen and made through Keycloak's Admin API by a client that Keycloak itself makes at its
 * first start: no client of the realm has such rights.
 */
final class Accounts {

    static final String CLIENT = "local-stack";
    static final String SECRET = "client/local-stack";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Accounts(Site site) {
        this.site = site;
    }

    /** The ID of the account that signs in with this name, which is its e-mail address. */
    Optional<String> find(String userName) {
        HttpResponse<String> answer = send(request("?exact=true&username=" + encode(userName)), 200);
        try {
            JsonNode found = JSON.readTree(answer.body());
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(found.path(0).path("id").asText());
        } catch (IOException e) {
            throw new StackException("Keycloak's answer is no JSON.", e);
        }
    }

    /** Makes the account of a customer whose address counts as verified. */
    void createCustomer(String email, String password) {
        send(
                request("")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(write(Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "emailVerified",
                                true,
                                "enabled",
                                true,
                                "firstName",
                                "Demo",
                                "lastName",
                                "Customer",
                                "credentials",
                                List.of(Map.of("type", "password", "value", password, "temporary", false)))))),
                201);
    }

    private HttpRequest.Builder request(String path) {
        String token = new SignIn(site.url(Parts.KEYCLOAK) + "/realms/master")
                .program(CLIENT, site.secrets().password(SECRET));
        return HttpRequest.newBuilder(
                        URI.create(site.url(Parts.KEYCLOAK) + "/admin/realms/" + Realm.NAME + "/users" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new StackException("Keycloak answers %d instead of %d: %s"
                        .formatted(answer.statusCode(), expected, answer.body()));
            }
            return answer;
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String write(Map<String, Object> value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
