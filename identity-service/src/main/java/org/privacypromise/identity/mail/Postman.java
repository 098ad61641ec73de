package org.privacypromise.identity.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.privacypromise.identity.mail.delivery.Redelivery;
import org.privacypromise.personaldata.EmailAddress;

/** Hands mail to the mail server. */
@ApplicationScoped
class Postman {

    enum Outcome {
        ACCEPTED,
        REFUSED,
        FAILED
    }

    private static final Logger LOG = Logger.getLogger(Postman.class);

    private final ReactiveMailer mailer;
    private final MailConfig config;
    private final String host;

    Postman(ReactiveMailer mailer, MailConfig config, @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        this.config = config;
        this.host = from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
    }

    /** Never fails. The same ID is the same message, so that readers see a repeat once. */
    Uni<Outcome> send(UUID id, EmailAddress address, Content content) {
        Mail mail = Mail.withText(address.reveal(), content.subject(), content.text())
                .setHtml(content.html())
                .addHeader("Message-ID", "<" + id + "@" + host + ">")
                // RFC 3834: nobody's machine needs to answer.
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail)
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .replaceWith(Outcome.ACCEPTED)
                .onFailure()
                .recoverWithItem(fault -> refusedOrFailed(id, fault));
    }

    // The server's words may hold the address, so only its number is told.
    private static Outcome refusedOrFailed(UUID id, Throwable fault) {
        int reply = fault instanceof SMTPException smtp ? smtp.getReplyCode() : 0;
        LOG.warnf("Mail %s was not taken (%s %d)", id, fault.getClass().getSimpleName(), reply);
        return Redelivery.isRefusal(reply) ? Outcome.REFUSED : Outcome.FAILED;
    }
}
