package org.privacypromise.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** {@link RawServer} as a process of its own, on the same kind of JVM as the service. */
final class RawProcess implements AutoCloseable {

    private final int port;
    private final Process process;

    private RawProcess(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** @param template the page of a customer like all others */
    static RawProcess start(Bench bench, JsonObject template) {
        try {
            int port = freePort();
            JsonObject settings = new JsonObject()
                    .put("port", port)
                    .put("issuer", bench.stack.issuer())
                    .put(
                            "key",
                            Base64.getEncoder()
                                    .encodeToString(bench.mint.publicKey().getEncoded()))
                    .put("template", template)
                    .put("database", bench.connection("preferences").toJson());
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RawServer.class.getName()))
                    .inheritIO();
            builder.environment().put("RAW_SERVER", settings.encode());
            return new RawProcess(port, builder.start()).ready(bench);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawProcess ready(Bench bench) {
        String token = bench.tokens(1).getFirst();
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                bench.load.onLoop(() -> Bench.answered(bench.get(port, "/preferences", token)));
                return this;
            } catch (IllegalStateException e) {
                pause();
            }
        }
        close();
        throw new IllegalStateException("the raw server does not answer");
    }

    int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
