package org.privacypromise.fraudcheck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where data for an access request is delivered: keeps what is put there, and gives it back. It hands out tokens, too. */
public final class RequestsService implements QuarkusTestResourceLifecycleManager {

    private static final String TOKEN = "{\"access_token\":\"ours\",\"token_type\":\"Bearer\",\"expires_in\":300}";
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final Map<String, byte[]> delivered = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", exchange -> answer(exchange, 200, TOKEN.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/tasks/", this::takeOrGive);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("privacy.requests.url", url, "quarkus.oidc-client.token-path", url + "/token");
    }

    private void takeOrGive(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            delivered.put(path, exchange.getRequestBody().readAllBytes());
            answer(exchange, 201, NOTHING);
        } else {
            byte[] data = delivered.getOrDefault(path, NOTHING);
            answer(exchange, data == NOTHING ? 404 : 200, data);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
