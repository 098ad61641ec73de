package org.privacypromise.sample;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Hands mail to the SMTP server. Exceptions of the mail library quote addresses: whoever catches one logs its class. */
final class OutgoingPost {

    private final Session session;
    private final String sender;

    OutgoingPost(String host, int port, String sender) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", String.valueOf(port));
        settings.setProperty("mail.smtp.connectiontimeout", "5000");
        settings.setProperty("mail.smtp.timeout", "10000");
        settings.setProperty("mail.smtp.writetimeout", "10000");
        this.session = Session.getInstance(settings);
        this.sender = sender;
    }

    /** Returns when the server has taken responsibility for the mail. */
    void send(String recipient, String subject, String text, UnsubscribeLinks.Link wayOut) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(sender));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        mail.setSubject(subject, "UTF-8");
        mail.setHeader("List-Unsubscribe", wayOut.listUnsubscribe());
        mail.setHeader("List-Unsubscribe-Post", wayOut.listUnsubscribePost());
        mail.setText(text + "\n\n--\nNo more of these: " + wayOut.url() + "\n", "UTF-8");
        Transport.send(mail);
    }
}
