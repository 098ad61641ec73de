package org.privacypromise.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacypromise.faults.history.Cell;
import org.privacypromise.local.LocalStack;
import org.privacypromise.local.TokenMint;

/** preferences-service as its clients see it. No request is repeated: what becomes of each is what is looked at. */
final class PreferencesApi {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String url;
    private final TokenMint mint;
    private final Map<String, String> tokens = new HashMap<>();

    PreferencesApi(LocalStack stack, TokenMint mint) {
        this.url = stack.url("preferences");
        this.mint = mint;
    }

    /** A status and what came with it. */
    record Answer(int status, String body) {

        boolean isDone() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            return parse(body);
        }
    }

    Answer read(String customer) throws IOException {
        return send(get("/preferences", customerToken(customer)));
    }

    Answer change(String customer, String noticeVersion, String language, Map<Cell, Boolean> wanted)
            throws IOException {
        List<Map<String, Object>> choices = new ArrayList<>();
        wanted.forEach((cell, allowed) -> choices.add(Map.of(
                "purpose", cell.purpose(),
                "channel", cell.channel(),
                "brand", cell.brand(),
                "allowed", allowed)));
        String body = write(Map.of("noticeVersion", noticeVersion, "language", language, "choices", choices));
        return send(to("/preferences", customerToken(customer))
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    /** The link of a mail to this contact point. */
    String link(String contactRef, Cell cell) {
        String body = write(Map.of(
                "contactRef", contactRef, "purpose", cell.purpose(), "channel", cell.channel(), "brand", cell.brand()));
        return expected(to("/unsubscribe-links", mint.program("marketing", "system"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .json()
                .path("url")
                .asText();
    }

    Answer follow(String link) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    }

    String noticeVersion() {
        return expected(HttpRequest.newBuilder(URI.create(url + "/notice")))
                .json()
                .path("version")
                .asText();
    }

    String ledger() {
        return expected(get("/ledger/export", mint.staff("operator")).header("X-Purpose", "fault rounds"))
                .body();
    }

    String ledgerKeys() {
        return expected(HttpRequest.newBuilder(URI.create(url + "/ledger/keys")))
                .body();
    }

    /** The heads after this one, as many as come at once. */
    JsonNode headsAfter(long sequence) {
        return expected(HttpRequest.newBuilder(URI.create(url + "/ledger/heads?limit=200&after=" + sequence)))
                .json()
                .path("heads");
    }

    /** Uploads consents of the time before; says which import it is. */
    String upload(String csv) {
        return expected(to("/imports", mint.staff("operator"))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(csv)))
                .json()
                .path("importId")
                .asText();
    }

    /** How far an import is, asked until it answers. */
    JsonNode progress(String importId) {
        return expected(get("/imports/" + importId, mint.staff("operator"))).json();
    }

    /** What a customer's page shows, asked until it answers. */
    JsonNode page(String customer) {
        return expected(get("/preferences", customerToken(customer))).json();
    }

    /** What is shown to a customer, cell by cell. */
    static Map<Cell, Boolean> choices(JsonNode page) {
        Map<Cell, Boolean> choices = new HashMap<>();
        page.path("choices")
                .forEach(one -> choices.put(cell(one), one.path("allowed").asBoolean()));
        return choices;
    }

    static Cell cell(JsonNode choice) {
        return new Cell(
                choice.path("purpose").asText(),
                choice.path("channel").asText(),
                choice.path("brand").asText());
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized String customerToken(String customer) {
        return tokens.computeIfAbsent(customer, mint::customer);
    }

    private HttpRequest.Builder get(String path, String token) {
        return to(path, token);
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private Answer expected(HttpRequest.Builder request) {
        Optional<Answer> answer = Patience.until(
                Duration.ofSeconds(60),
                () -> {
                    try {
                        return send(request);
                    } catch (IOException e) {
                        return new Answer(0, e.toString());
                    }
                },
                Answer::isDone);
        return answer.orElseThrow(() -> new IllegalStateException("preferences-service does not answer"));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
