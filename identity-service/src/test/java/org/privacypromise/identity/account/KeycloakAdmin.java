package org.privacypromise.identity.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Keycloak's Admin REST API as far as this service uses it, over real HTTP: reads a user, replaces a user as a whole,
 * deletes one, asks for the service's token. It can be told to be away.
 */
public final class KeycloakAdmin implements AutoCloseable {

    private static final String REALM = "/realms/shop";
    private static final String TOKEN = "token-of-identity-service";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean away;
    private volatile boolean readOnly;

    KeycloakAdmin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                REALM + "/protocol/openid-connect/token",
                exchange -> answer(
                        exchange,
                        200,
                        "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
        server.createContext("/admin" + REALM + "/users/", this::user);
        server.start();
    }

    String realm() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + REALM;
    }

    /** Somebody registers; the answer is the account's ID. */
    public String register(String email, boolean verified) {
        String id = UUID.randomUUID().toString();
        ObjectNode user = json.createObjectNode()
                .put("id", id)
                .put("username", email)
                .put("email", email)
                .put("emailVerified", verified)
                .put("enabled", true)
                .put("firstName", "Jo");
        user.putObject("attributes").putArray("shoe_size").add("42");
        users.put(id, user);
        return id;
    }

    public ObjectNode user(String id) {
        return users.get(id);
    }

    /** Answers nothing but errors from now on, or no longer. */
    public void away(boolean away) {
        this.away = away;
    }

    /** Refuses every change from now on, or no longer. */
    public void readOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    private void user(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        boolean writes = !exchange.getRequestMethod().equals("GET");
        if (away || (readOnly && writes)) {
            answer(exchange, 503, "{}");
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else if (!users.containsKey(id)) {
            answer(exchange, 404, "{\"error\":\"User not found\"}");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            users.remove(id);
            answer(exchange, 204, "");
        } else if (writes) {
            users.put(id, (ObjectNode) json.readTree(exchange.getRequestBody()));
            answer(exchange, 204, "");
        } else {
            answer(exchange, 200, json.writeValueAsString(users.get(id)));
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
