package org.privacypromise.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Asks preferences-service for the way out that every marketing mail must carry (RFC 8058). */
final class UnsubscribeLinks {

    /** The link for the body, and the two headers with which a mail program offers it. */
    record Link(String url, String listUnsubscribe, String listUnsubscribePost) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI endpoint;
    private final AccessTokens tokens;

    UnsubscribeLinks(URI preferencesService, AccessTokens tokens) {
        this.endpoint = URI.create(preferencesService.toString().replaceFirst("/+$", "") + "/unsubscribe-links");
        this.tokens = tokens;
    }

    /** @throws IOException if there is none: then no mail may leave */
    Link forCustomer(String customerId, String purpose, String brand) throws IOException, InterruptedException {
        byte[] body = Json.MAPPER.writeValueAsBytes(
                Map.of("customerId", customerId, "purpose", purpose, "channel", "email", "brand", brand));
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + tokens.current())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() == 401) {
            tokens.discard();
        }
        if (response.statusCode() != 201) {
            throw new IOException("preferences-service answered " + response.statusCode());
        }
        JsonNode link = Json.answer(response.body());
        return new Link(
                line(link.path("url")),
                line(link.path("headers").path("List-Unsubscribe")),
                line(link.path("headers").path("List-Unsubscribe-Post")));
    }

    /** A line break would end the mail's header and start another. */
    private static String line(JsonNode text) throws IOException {
        if (!text.asText().matches("\\P{Cntrl}+")) {
            throw new IOException("preferences-service answered without a usable link");
        }
        return text.asText();
    }
}
