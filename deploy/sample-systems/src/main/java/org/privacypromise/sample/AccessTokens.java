package org.privacypromise.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/** Signs this system in at the OpenID provider with its client credentials (RFC 6749, 4.4). */
final class AccessTokens {

    private static final Duration EARLY = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI tokenEndpoint;
    private final String clientId;
    private final Path secretFile;
    private final InstantSource clock;
    private String token = "";
    private Instant renewAt = Instant.MIN;

    AccessTokens(URI tokenEndpoint, String clientId, Path secretFile, InstantSource clock) {
        this.tokenEndpoint = tokenEndpoint;
        this.clientId = clientId;
        this.secretFile = secretFile;
        this.clock = clock;
    }

    /** A token that is good for a while yet; one is fetched when there is none. */
    synchronized String current() throws IOException, InterruptedException {
        if (!clock.instant().isBefore(renewAt)) {
            // Read anew each time: a rotated secret needs no restart.
            String secret = Files.readString(secretFile).strip();
            JsonNode answer = fetch(form(clientId) + ":" + form(secret));
            token = answer.path("access_token").asText();
            renewAt = clock.instant()
                    .plusSeconds(answer.path("expires_in").asLong())
                    .minus(EARLY);
        }
        return token;
    }

    /** The token was refused, whatever its expiry says: the next one is fetched. */
    synchronized void discard() {
        renewAt = Instant.MIN;
    }

    private JsonNode fetch(String credentials) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(tokenEndpoint)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("the token endpoint answered " + response.statusCode());
        }
        JsonNode answer = Json.answer(response.body());
        if (answer.path("access_token").asText().isEmpty()) {
            throw new IOException("the token endpoint answered without a token");
        }
        return answer;
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
