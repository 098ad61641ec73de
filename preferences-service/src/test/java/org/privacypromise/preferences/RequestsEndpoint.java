package org.privacypromise.preferences;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where documents are uploaded, and where a service gets its own token. */
public final class RequestsEndpoint implements QuarkusTestResourceLifecycleManager {

    /** The documents by the path to which they were sent. */
    private final Map<String, String> documents = new ConcurrentHashMap<>();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", request -> {
            try (request) {
                String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                boolean token = request.getRequestURI().getPath().equals("/token");
                if (!token) {
                    documents.put(request.getRequestURI().getPath(), body);
                }
                byte[] answer = (token ? "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300}" : "{}")
                        .getBytes(StandardCharsets.UTF_8);
                request.getResponseHeaders().set("Content-Type", "application/json");
                request.sendResponseHeaders(token ? 200 : 201, answer.length);
                request.getResponseBody().write(answer);
            }
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "privacy.requests.url",
                url,
                "quarkus.oidc-client.token-path",
                url + "/token",
                "privacy.client-secret",
                "s3cret");
    }

    /** What was uploaded for this task. */
    String document(String taskId) {
        return documents.get("/tasks/" + taskId + "/data");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RequestsEndpoint.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
