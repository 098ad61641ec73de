package org.privacypromise.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Map;

/** {@code POST /mailings}: sends one mail, if the customer allows it and can get out of it. */
final class Mailings implements HttpApi.Endpoint {

    private static final Logger LOG = System.getLogger(Mailings.class.getName());

    private final ChoiceStore choices;
    private final UnsubscribeLinks links;
    private final OutgoingPost post;
    private final Audience audience;
    private final SentMessages messages;

    Mailings(ChoiceStore choices, UnsubscribeLinks links, OutgoingPost post, Audience audience, SentMessages messages) {
        this.choices = choices;
        this.links = links;
        this.post = post;
        this.audience = audience;
        this.messages = messages;
    }

    @Override
    public HttpApi.Answer answer(HttpExchange request) throws Exception {
        Mailing mailing =
                RequestBody.read(request, Mailing.class, "{customerId, contactPoint: {email}, purpose, brand}");
        requirePermission(mailing);
        UnsubscribeLinks.Link wayOut = wayOut(mailing);
        // Fetching the link took time, and what counts is the choice at the moment of sending.
        requirePermission(mailing);
        audience.remember(mailing);
        SentMessage message = messages.about(mailing);
        send(mailing, wayOut, message);
        messages.accepted(message);
        return HttpApi.Answer.of(200, Map.of("sent", true));
    }

    private void requirePermission(Mailing mailing) throws Problem, SQLException, JsonProcessingException {
        boolean allowed = choices.find("c:" + mailing.customerId())
                .map(ChoiceStore.Held::choices)
                .filter(held -> held.allow(mailing.purpose(), "email", mailing.brand()))
                .isPresent();
        if (!allowed) {
            throw new Problem(
                    "no-permission",
                    409,
                    "The customer does not allow this",
                    "Do not send. Only the customer can change it, in their contact preferences.");
        }
    }

    private UnsubscribeLinks.Link wayOut(Mailing mailing) throws Problem, InterruptedException {
        try {
            return links.forCustomer(mailing.customerId(), mailing.purpose(), mailing.brand());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "No unsubscribe link: {0}", e.getMessage());
            throw new Problem(
                    "no-unsubscribe-link",
                    503,
                    "There is no unsubscribe link at the moment",
                    "Nothing was sent, for a mail without a way out must not leave. Try again later.");
        }
    }

    private void send(Mailing mailing, UnsubscribeLinks.Link wayOut, SentMessage message) throws Problem, SQLException {
        try {
            post.send(
                    mailing.contactPoint().email(),
                    "News from " + mailing.brand(),
                    "Something new has arrived that you may like.",
                    wayOut);
        } catch (MessagingException e) {
            LOG.log(
                    Level.WARNING,
                    "The mail server did not take a mail: {0}",
                    e.getClass().getName());
            messages.forget(message);
            throw new Problem(
                    "mail-not-accepted",
                    503,
                    "The mail server did not take the mail",
                    "Nothing was sent. Try again later.");
        }
    }
}
