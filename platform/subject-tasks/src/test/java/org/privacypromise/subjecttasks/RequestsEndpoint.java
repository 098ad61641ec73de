package org.privacypromise.subjecttasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What requests-service and the identity provider's token endpoint look like from outside. */
public final class RequestsEndpoint implements QuarkusTestResourceLifecycleManager {

    static final String TOKEN = "the-service-s-own-token";

    /** One upload, as it arrived. */
    record Upload(String authorization, String contentType, byte[] body) {}

    /** What the next request about a task is answered. */
    record Answer(int status, String contentType, String body) {

        static Answer problem(int status, String type, String members) {
            return new Answer(
                    status,
                    "application/problem+json",
                    "{\"type\":\"urn:privacy-promise:problem:" + type + "\",\"status\":" + status + members + "}");
        }
    }

    private final Map<String, List<Upload>> uploads = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/tasks/", this::upload);
        server.createContext("/token", RequestsEndpoint::token);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("privacy.requests.url", url, "quarkus.oidc-client.token-path", url + "/token");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RequestsEndpoint.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** The uploads for a task so far, refused ones too. */
    List<Upload> uploads(String taskId) {
        return uploads.getOrDefault(taskId, List.of());
    }

    /** Answers so once; after all of these it says 201 again. */
    void next(String taskId, Answer answer) {
        answers.computeIfAbsent(taskId, id -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    private void upload(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        boolean put = exchange.getRequestMethod().equals("PUT") && path.length == 4 && path[3].equals("data");
        if (!put) {
            answer(exchange, new Answer(405, "text/plain", ""));
            return;
        }
        uploads.computeIfAbsent(path[2], id -> new CopyOnWriteArrayList<>())
                .add(new Upload(
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        exchange.getRequestBody().readAllBytes()));
        Answer next = answers.getOrDefault(path[2], new ArrayDeque<>()).poll();
        answer(exchange, next == null ? new Answer(201, "application/json", "{}") : next);
    }

    private static void token(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                new Answer(
                        200,
                        "application/json",
                        "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
