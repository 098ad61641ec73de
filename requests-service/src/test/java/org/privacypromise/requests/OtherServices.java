package org.privacypromise.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The other services as far as this one calls them, over real HTTP and with a token of its own. Each path can be told to
 * answer otherwise, or to be away.
 */
public final class OtherServices implements AutoCloseable {

    /** A call that arrived, with its token checked. */
    public record Call(String method, String path, String idempotencyKey, JsonNode body) {}

    /** What is answered. */
    public record Answer(int status, String body) {}

    private static final String TOKEN = "token-of-requests-service";

    private final ObjectMapper json = new ObjectMapper();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Call, Answer>> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    OtherServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                "/realms/shop/protocol/openid-connect/token",
                exchange -> send(
                        exchange,
                        new Answer(
                                200,
                                "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
        server.createContext("/", this::receive);
        server.start();
        reset();
    }

    /**
     * As it should be: mails are accepted at once, screenings find nothing, objections are heeded. A customer whose ID begins with {@code nobody}
     * is unknown, one whose ID begins with {@code away} makes identity-service answer 503, and a mail to one whose ID begins
     * with {@code slow} stays queued until its third try.
     */
    public void reset() {
        answers.clear();
        on("/mails", this::mail);
        on("/subjects/", OtherServices::subject);
        on("/contact-refs", call -> new Answer(200, "{\"contactRef\":\"1.typed\"}"));
        on("/objections", call -> new Answer(204, ""));
        on(
                "/screenings",
                call -> new Answer(
                        200,
                        "{\"screeningId\":\"%s\",\"verdict\":\"ALLOW\",\"decidedBy\":\"RULES\",\"ruleSetVersion\":\"1\",\"reasons\":[]}"
                                .formatted(call.body().path("screeningId").asText())));
    }

    /** What this path, or one below it, answers from now on. */
    public void on(String path, Function<Call, Answer> answer) {
        answers.put(path, answer);
    }

    public void away(String path) {
        on(path, call -> new Answer(503, "{}"));
    }

    public List<Call> calls(String path, Predicate<Call> wanted) {
        return calls.stream()
                .filter(call -> call.path().startsWith(path))
                .filter(wanted)
                .toList();
    }

    /** Mails whose text speaks of this request. */
    public List<JsonNode> mailsAbout(String requestId) {
        return calls("/mails", call -> call.body().path("text").asText().contains(requestId)).stream()
                .map(Call::body)
                .toList();
    }

    private Answer mail(Call call) {
        boolean slow = call.body().path("customerId").asText().startsWith("slow");
        long tries = calls("/mails", one -> call.idempotencyKey().equals(one.idempotencyKey()))
                .size();
        return slow && tries < 3
                ? new Answer(202, "{\"mailId\":\"m-1\",\"state\":\"queued\"}")
                : new Answer(200, "{\"mailId\":\"m-1\",\"state\":\"accepted\"}");
    }

    private static Answer subject(Call call) {
        String id = call.path().substring("/subjects/".length());
        if (id.startsWith("away")) {
            return new Answer(503, "{}");
        }
        return id.startsWith("nobody")
                ? new Answer(404, "{}")
                : new Answer(
                        200,
                        "{\"customerIds\":[\"%s\",\"%s-older\"],\"contactRefs\":[\"1.%s\"]}".formatted(id, id, id));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, new Answer(401, "{}"));
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        Call call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body.length == 0 ? json.nullNode() : json.readTree(body));
        calls.add(call);
        send(
                exchange,
                answers.entrySet().stream()
                        .filter(known -> call.path().startsWith(known.getKey()))
                        .findFirst()
                        .map(known -> known.getValue().apply(call))
                        .orElse(new Answer(404, "{}")));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
