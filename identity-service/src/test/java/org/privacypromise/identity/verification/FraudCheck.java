package org.privacypromise.identity.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** fraud-check-service as far as this one asks it, over real HTTP: it judges as it is told, and as slowly. */
public final class FraudCheck implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final Queue<JsonNode> asked = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile String verdict = "ALLOW";
    private volatile Duration delay = Duration.ZERO;
    private volatile int answer = 200;

    FraudCheck() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/screenings", this::screen);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it was asked about this verification. */
    public JsonNode askedAbout(String verificationId) {
        return asked.stream()
                .filter(one -> one.path("screeningId").asText().equals(verificationId))
                .findFirst()
                .orElseThrow();
    }

    public void says(String newVerdict) {
        verdict = newVerdict;
    }

    public void answersAfter(Duration newDelay) {
        delay = newDelay;
    }

    public void answersWith(int status) {
        answer = status;
    }

    public void reset() {
        verdict = "ALLOW";
        delay = Duration.ZERO;
        answer = 200;
    }

    private void screen(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode screening = json.readTree(exchange.getRequestBody());
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            if (token == null || !token.startsWith("Bearer ")) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            asked.add(screening);
            LockSupport.parkNanos(delay.toNanos());
            byte[] body = ("{\"screeningId\":\"" + screening.path("screeningId").asText() + "\",\"verdict\":\""
                            + verdict + "\",\"decidedBy\":\"RULES\",\"ruleSetVersion\":\"1\",\"reasons\":[]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
