package org.privacypromise.identity.mail;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/**
 * Takes a mail from another service. The same key of the same client is the same mail, however often and however parallel
 * it comes: repeating the call asks how far it is.
 */
@ApplicationScoped
class AcceptMail {

    static final ProblemType KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "This idempotency key was used before, for something else");

    private final OutgoingMailRepository stored;
    private final Mails mails;

    AcceptMail(OutgoingMailRepository stored, Mails mails) {
        this.stored = stored;
        this.mails = mails;
    }

    /** @param client whose key it is */
    Uni<MailView> accept(String client, String idempotencyKey, NewMail sent) {
        Recipient recipient = sent.recipient();
        Content content = sent.content();
        return Panache.withTransaction(() -> stored.lockAndFind(client, idempotencyKey)
                        .chain(known -> known == null
                                ? mails.queue(recipient, client, idempotencyKey, content)
                                : repeat(known, recipient, content)))
                .map(MailView::from);
    }

    private Uni<OutgoingMail> repeat(OutgoingMail known, Recipient recipient, Content content) {
        if (!mails.isOf(known, recipient, content)) {
            throw new ProblemException(KEY_REUSED, "Repeat the first call as it was, or use a key of its own.");
        }
        return Uni.createFrom().item(known);
    }
}
