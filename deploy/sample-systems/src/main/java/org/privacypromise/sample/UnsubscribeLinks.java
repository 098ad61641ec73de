package org.privacypromise.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Asks preferences-service for the way out that every marketing mail must carry (RFC 8058). */
final class UnsubscribeLinks {

    /** The link for the body, and the two headers with which a mail program offers it. */
    record Link(String url, String listUnsubscribe, String listUnsubscribePost) {}

    private final URI endpoint;
    private final SuiteClient suite;

    UnsubscribeLinks(URI preferencesService, SuiteClient suite) {
        this.endpoint = SuiteClient.at(preferencesService, "/unsubscribe-links");
        this.suite = suite;
    }

    /** @throws IOException if there is none: then no mail may leave */
    Link forCustomer(String customerId, String purpose, String brand) throws IOException, InterruptedException {
        var response = suite.postJson(
                endpoint, Map.of("customerId", customerId, "purpose", purpose, "channel", "email", "brand", brand));
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
