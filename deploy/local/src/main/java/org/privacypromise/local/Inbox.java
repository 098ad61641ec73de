package org.privacypromise.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.privacypromise.teststack.SmtpServer;

/** All mail, for people at {@code GET /} and for programs at {@code GET /messages}. Newest last, as it arrived. */
final class Inbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SmtpServer smtp;

    private Inbox(SmtpServer smtp) {
        this.smtp = smtp;
    }

    /** Answers on this port until the JVM ends. */
    static void serve(SmtpServer smtp, int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", new Inbox(smtp)::answer);
        http.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" ->
                    send(
                            exchange,
                            "text/html; charset=utf-8",
                            InboxPage.of(mails()).getBytes(StandardCharsets.UTF_8));
                case "/messages" -> send(exchange, "application/json", JSON.writeValueAsBytes(mails()));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private List<Mail> mails() {
        List<Mail> mails = new ArrayList<>();
        for (MimeMessage message : smtp.received()) {
            mails.add(Mail.of(mails.size() + 1, message));
        }
        return mails;
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        // A mail is a stranger's text: the page runs no script and loads nothing.
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'");
        exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
    }
}
