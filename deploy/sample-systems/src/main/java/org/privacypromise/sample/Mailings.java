package org.privacypromise.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
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
    private static final int LARGEST_REQUEST = 16_384;

    private final ChoiceStore choices;
    private final UnsubscribeLinks links;
    private final OutgoingPost post;

    Mailings(ChoiceStore choices, UnsubscribeLinks links, OutgoingPost post) {
        this.choices = choices;
        this.links = links;
        this.post = post;
    }

    @Override
    public HttpApi.Answer answer(HttpExchange request) throws Exception {
        Mailing mailing = read(request);
        requirePermission(mailing);
        UnsubscribeLinks.Link wayOut = wayOut(mailing);
        // Fetching the link took time, and what counts is the choice at the moment of sending.
        requirePermission(mailing);
        send(mailing, wayOut);
        return HttpApi.Answer.of(200, Map.of("sent", true));
    }

    private static Mailing read(HttpExchange request) throws IOException, Problem {
        String contentType = String.valueOf(request.getRequestHeaders().getFirst("Content-Type"));
        if (!contentType.matches("(?i)application/json\\s*(;.*)?")) {
            throw new Problem(
                    "unsupported-media-type", 415, "The content type is not understood here", "Send application/json.");
        }
        byte[] body = request.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
        if (body.length > LARGEST_REQUEST) {
            throw new Problem("too-large", 413, "The request is too large", "A mailing has four short fields.");
        }
        try {
            Mailing mailing = Json.MAPPER.readValue(body, Mailing.class);
            if (mailing != null) {
                return mailing;
            }
        } catch (ValueInstantiationException e) {
            // The records' own rules quote nothing.
            throw Problem.malformed(
                    String.valueOf(e.getCause() == null ? null : e.getCause().getMessage()));
        } catch (JsonProcessingException e) {
            // said below, without the exception: it quotes the request
        }
        throw Problem.malformed("Send {customerId, contactPoint: {email}, purpose, brand} and nothing else.");
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

    private void send(Mailing mailing, UnsubscribeLinks.Link wayOut) throws Problem {
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
            throw new Problem(
                    "mail-not-accepted",
                    503,
                    "The mail server did not take the mail",
                    "Nothing was sent. Try again later.");
        }
    }
}
