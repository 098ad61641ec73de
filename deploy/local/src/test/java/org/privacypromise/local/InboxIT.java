package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.SmtpServer;

/** Mail that really travels over SMTP, and is read over HTTP. */
class InboxIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SmtpServer smtp;
    private HttpServer inbox;

    @BeforeEach
    void start() throws Exception {
        smtp = SmtpServer.start(0);
        inbox = Inbox.serve(smtp, 0);
    }

    @AfterEach
    void stop() {
        inbox.stop(0);
        smtp.close();
    }

    @Test
    void the_newest_mail_to_somebody_is_the_first_with_its_headers_and_its_text() throws Exception {
        // Given
        send("anna@example.org", "Your code", "It is 11111111");
        send("Anna Ünal <Anna@Example.org>", "Your code", "It is 22222222, until 10:05 ✓");
        send("berta@example.org", "Your code", "It is 33333333");

        // When
        JsonNode mails = JSON.readTree(get("/mails?to=ANNA@example.org").body());

        // Then
        assertThat(mails).hasSize(2);
        JsonNode newest = mails.path(0);
        assertThat(newest.path("text").asText()).startsWith("It is 22222222, until 10:05 ✓");
        assertThat(newest.path("to").asText()).isEqualTo("\"Anna Ünal\" <Anna@Example.org>");
        assertThat(newest.path("number").asInt()).isEqualTo(2);
        assertThat(newest.path("headers")).anySatisfy(header -> {
            assertThat(header.path("name").asText()).isEqualTo("Message-ID");
            assertThat(header.path("value").asText()).startsWith("<").endsWith(">");
        });
        assertThat(mails.path(1).path("text").asText()).startsWith("It is 11111111");
    }

    @Test
    void an_address_with_a_plus_is_found_with_the_plus_as_it_is_and_encoded() throws Exception {
        send("anna+shop@example.org", "Hello", "you");

        assertThat(JSON.readTree(get("/mails?to=anna+shop@example.org").body())).hasSize(1);
        assertThat(JSON.readTree(get("/mails?to=anna%2Bshop%40example.org").body()))
                .hasSize(1);
        assertThat(JSON.readTree(get("/mails?to=anna@example.org").body())).isEmpty();
    }

    @Test
    void everything_is_there_for_programs_in_both_orders_and_for_people() throws Exception {
        send("anna@example.org", "First", "1");
        send("berta@example.org", "Second", "2");

        assertThat(JSON.readTree(get("/mails").body()).findValuesAsText("subject"))
                .containsExactly("Second", "First");
        assertThat(JSON.readTree(get("/messages").body()).findValuesAsText("subject"))
                .containsExactly("First", "Second");
        assertThat(get("/").body()).contains("First", "Second");
        assertThat(get("/?to=anna@example.org").body()).contains("First").doesNotContain("Second");
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    private void send(String to, String subject, String text) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(smtp.port()));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom("no-reply@example.org");
        mail.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + inbox.getAddress().getPort() + path);
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
