package org.privacypromise.local;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A mail as the inbox shows it.
 *
 * @param number counts from 1 in the order of arrival
 * @param text what a plain reader shows; empty if there is no such part
 * @param html what other readers show; empty if there is no such part
 * @param source every byte as it arrived
 */
record Mail(
        int number,
        String from,
        String to,
        String subject,
        List<HeaderLine> headers,
        String text,
        String html,
        String source) {

    /** One header, folded lines joined, as it was sent. */
    record HeaderLine(String name, String value) {}

    static Mail of(int number, MimeMessage message) {
        try {
            ByteArrayOutputStream source = new ByteArrayOutputStream();
            message.writeTo(source);
            return new Mail(
                    number,
                    message.getHeader("From", ", "),
                    message.getHeader("To", ", "),
                    message.getSubject() == null ? "" : message.getSubject(),
                    headers(message),
                    body(message, "text/plain"),
                    body(message, "text/html"),
                    source.toString(StandardCharsets.UTF_8));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail " + number + " cannot be read", e);
        }
    }

    private static List<HeaderLine> headers(MimeMessage message) throws MessagingException {
        List<HeaderLine> lines = new ArrayList<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            lines.add(new HeaderLine(header.getName(), header.getValue()));
        }
        return lines;
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String body = body(inner, type);
                if (!body.isEmpty()) {
                    return body;
                }
            }
        }
        return "";
    }
}
