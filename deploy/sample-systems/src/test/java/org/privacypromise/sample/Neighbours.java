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

/** A token endpoint and the services that a system calls: their answers can be spoiled, and what they heard is kept. */
final class Neighbours implements AutoCloseable {

    /** What every address is known by here. */
    static final String CONTACT_REF = "1.q3v8Zt0m2l1kXc7Yb4n5AQ";

    private final HttpServer server;
    final List<String> tokenRequests = Collections.synchronizedList(new ArrayList<>());
    final List<String> linkRequests = Collections.synchronizedList(new ArrayList<>());
    volatile int linkStatus = 201;
    volatile Runnable beforeLink = () -> {};

    /** The path, the token and the bytes of each upload that arrived whole. */
    record Upload(String path, String authorization, byte[] document) {}

    final List<Upload> uploads = Collections.synchronizedList(new ArrayList<>());
    volatile int uploadStatus = 201;
    volatile String uploadProblem = "";
    final List<String> contactRefRequests = Collections.synchronizedList(new ArrayList<>());
    volatile int contactRefStatus = 200;

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
        server.createContext("/tasks/", request -> {
            byte[] document = request.getRequestBody().readAllBytes();
            uploads.add(new Upload(
                    request.getRequestMethod() + " " + request.getRequestURI().getPath(),
                    request.getRequestHeaders().getFirst("Authorization"),
                    document));
            if (uploadStatus >= 400 && !uploadProblem.isEmpty()) {
                request.getResponseHeaders().set("Content-Type", "application/problem+json");
            }
            reply(request, uploadStatus, uploadProblem.isEmpty() ? "{}" : uploadProblem);
        });
        server.createContext("/contact-refs", request -> {
            contactRefRequests.add(request.getRequestHeaders().getFirst("Authorization") + " " + body(request));
            reply(request, contactRefStatus, "{\"contactRef\":\"" + CONTACT_REF + "\"}");
        });
        server.start();
    }

    /** From now on an upload is answered like this. */
    void refuseUploads(int status, String type, String members) {
        uploadProblem = "{\"type\":\"urn:privacy-promise:problem:" + type + "\"" + members + "}";
        uploadStatus = status;
    }

    void takeUploads() {
        uploadStatus = 201;
        uploadProblem = "";
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
