package org.privacypromise.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** JSON over HTTP, on the loopback interface only: nothing here asks who is calling. */
final class HttpApi implements AutoCloseable {

    private static final Logger LOG = System.getLogger(HttpApi.class.getName());
    private static final Problem NO_SUCH_ADDRESS = Problem.notFound("This system has no such address.");

    /** What is answered, as JSON. */
    record Answer(int status, String contentType, Object body) {

        static Answer of(int status, Object body) {
            return new Answer(status, "application/json", body);
        }

        private static Answer to(Problem problem) {
            return new Answer(problem.status(), "application/problem+json", problem.body());
        }
    }

    /** Answers one request. A {@link Problem} is told to the caller, anything else only that it failed. */
    interface Endpoint {
        Answer answer(HttpExchange request) throws Exception;
    }

    private final HttpServer server;
    private final Map<String, Map<String, Endpoint>> methods = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    HttpApi(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", request -> {
            try (request) {
                reply(request, Answer.to(NO_SUCH_ADDRESS));
            }
        });
    }

    /** Serves this path and, if it ends in a slash, what is below it; more methods can be added later. */
    void serve(String method, String path, Endpoint endpoint) {
        methods.computeIfAbsent(path, this::open).put(method, endpoint);
    }

    private Map<String, Endpoint> open(String path) {
        var endpoints = new ConcurrentSkipListMap<String, Endpoint>();
        server.createContext(path, request -> {
            try (request) {
                reply(request, answer(path, endpoints, request));
            }
        });
        return endpoints;
    }

    private static Answer answer(String path, Map<String, Endpoint> endpoints, HttpExchange request) {
        String method = request.getRequestMethod();
        try {
            if (!path.endsWith("/") && !request.getRequestURI().getPath().equals(path)) {
                throw NO_SUCH_ADDRESS;
            }
            Endpoint endpoint = endpoints.get(method);
            if (endpoint == null) {
                String allowed = String.join(", ", endpoints.keySet());
                request.getResponseHeaders().set("Allow", allowed);
                throw new Problem(
                        "method-not-allowed", 405, "This address does not take that method", "Use " + allowed);
            }
            return endpoint.answer(request);
        } catch (Problem problem) {
            return Answer.to(problem);
        } catch (Exception e) {
            LOG.log(
                    Level.ERROR,
                    "{0} {1} failed: {2}",
                    method,
                    path,
                    e.getClass().getName());
            return Answer.to(
                    new Problem("internal-error", 500, "Something went wrong on our side", "Try again later."));
        }
    }

    private static void reply(HttpExchange request, Answer answer) throws IOException {
        byte[] body = Json.MAPPER.writeValueAsBytes(answer.body());
        request.getResponseHeaders().set("Content-Type", answer.contentType());
        request.sendResponseHeaders(answer.status(), body.length);
        request.getResponseBody().write(body);
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(1);
        threads.close();
    }
}
