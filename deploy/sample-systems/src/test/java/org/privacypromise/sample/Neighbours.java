package org.privacypromise.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A token endpoint and preferences-service's unsubscribe links, as the marketing system calls them. */
final class Neighbours implements AutoCloseable {

    private final HttpServer server;
    final List<String> tokenRequests = Collections.synchronizedList(new ArrayList<>());
    final List<String> linkRequests = Collections.synchronizedList(new ArrayList<>());
    volatile int linkStatus = 201;
    volatile Runnable beforeLink = () -> {};

    Neighbours() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", request -> {
            tokenRequests.add(request.getRequestHeaders().getFirst("Authorization") + " " + body(request));
            reply(request, 200, "{\"access_token\":\"t" + tokenRequests.size() + "\",\"expires_in\":300}");
        });
        server.createContext("/unsubscribe-links", request -> {
            linkRequests.add(request.getRequestHeaders().getFirst("Authorization") + " " + body(request));
            beforeLink.run();
            reply(request, linkStatus, """
                    {"url":"https://privacy.shop.example/u/abc",
                     "headers":{"List-Unsubscribe":"<https://privacy.shop.example/u/abc>",
                                "List-Unsubscribe-Post":"List-Unsubscribe=One-Click"}}""");
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static String body(HttpExchange request) throws IOException {
        return new String(request.getRequestBody().readAllBytes(), UTF_8);
    }

    private static void reply(HttpExchange request, int status, String json) throws IOException {
        try (request) {
            request.sendResponseHeaders(status, json.getBytes(UTF_8).length);
            request.getResponseBody().write(json.getBytes(UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
