package org.privacypromise.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.privacypromise.teststack.SmtpServer;

/**
 * All mail: for people at {@code GET /}; for programs at {@code GET /mails}, the newest first, and at
 * {@code GET /messages}, as it arrived. With {@code ?to=somebody@example.org} the first two show only what is to
 * somebody.
 */
final class Inbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SmtpServer smtp;

    private Inbox(SmtpServer smtp) {
        this.smtp = smtp;
    }

    /** Answers on this port until the JVM ends; on a free one if it is 0. */
    static HttpServer serve(SmtpServer smtp, int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", new Inbox(smtp)::answer);
        http.start();
        return http;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> to = parameter(exchange.getRequestURI(), "to");
            switch (exchange.getRequestURI().getPath()) {
                case "/" ->
                    send(
                            exchange,
                            "text/html; charset=utf-8",
                            InboxPage.of(newestFirst(to), to).getBytes(StandardCharsets.UTF_8));
                case "/mails" -> send(exchange, "application/json", JSON.writeValueAsBytes(newestFirst(to)));
                case "/messages" -> send(exchange, "application/json", JSON.writeValueAsBytes(mails()));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private List<Mail> newestFirst(Optional<String> to) {
        return mails().reversed().stream()
                .filter(mail -> to.map(mail::isTo).orElse(true))
                .toList();
    }

    private List<Mail> mails() {
        List<Mail> mails = new ArrayList<>();
        for (MimeMessage message : smtp.received()) {
            mails.add(Mail.of(mails.size() + 1, message));
        }
        return mails;
    }

    /** A plus in a value is a plus, as in {@code somebody+shop@example.org}, and not a blank. */
    private static Optional<String> parameter(URI uri, String name) {
        return Stream.of(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1).replace("+", "%2B"))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        // A mail is a stranger's text: the page runs no script and loads nothing.
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'");
        exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
    }
}
