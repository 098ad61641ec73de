package org.privacypromise.local;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A mail as the inbox shows it.
 *
 * @param number counts from 1 in the order of arrival
 * @param recipients the bare addresses that it is to and in copy to, in lower case
 * @param text what a plain reader shows, lines ended by a line feed; empty if there is no such part
 * @param html what other readers show; empty if there is no such part
 * @param source every byte as it arrived
 */
record Mail(
        int number,
        String from,
        String to,
        List<String> recipients,
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
                    header(message, "From"),
                    header(message, "To"),
                    recipients(message),
                    message.getSubject() == null ? "" : message.getSubject(),
                    headers(message),
                    body(message, "text/plain").replace("\r\n", "\n"),
                    body(message, "text/html"),
                    source.toString(StandardCharsets.UTF_8));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail " + number + " cannot be read", e);
        }
    }

    boolean isTo(String address) {
        return recipients.contains(address.strip().toLowerCase(Locale.ROOT));
    }

    private static String header(MimeMessage message, String name) throws MessagingException, IOException {
        String value = message.getHeader(name, ", ");
        return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
    }

    private static List<String> recipients(MimeMessage message) throws MessagingException {
        try {
            Address[] addresses = message.getAllRecipients();
            return addresses == null
                    ? List.of()
                    : Stream.of(addresses)
                            .filter(InternetAddress.class::isInstance)
                            .map(address -> ((InternetAddress) address).getAddress())
                            .map(address -> address.toLowerCase(Locale.ROOT))
                            .toList();
        } catch (AddressException e) {
            // Nobody's: the page shows the header as it is.
            return List.of();
        }
    }

    private static List<HeaderLine> headers(MimeMessage message) throws MessagingException {
        List<HeaderLine> lines = new ArrayList<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            lines.add(new HeaderLine(header.getName(), MimeUtility.unfold(header.getValue())));
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
