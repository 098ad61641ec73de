package org.privacypromise.identity.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.privacypromise.identity.mail.Destination.Mailbox;
import org.privacypromise.identity.mail.Destination.Nowhere;
import org.privacypromise.identity.seal.Seal;
import org.privacypromise.identity.seal.Seals;
import org.privacypromise.personaldata.DataKey;

/** What mail there is, for this service's own features. Everything happens in the caller's transaction. */
@ApplicationScoped
public class Mails {

    /** This service, among those who have mail sent. */
    private static final String OURSELVES = "identity-service";

    private final OutgoingMailRepository mails;
    private final Instance<Recipients> recipients;
    private final Seals seals;
    private final Clock clock;

    Mails(OutgoingMailRepository mails, Instance<Recipients> recipients, Seals seals, Clock clock) {
        this.mails = mails;
        this.recipients = recipients;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Sends this code once the transaction commits, to an address that nobody has proven yet.
     *
     * @param key under which it is kept until then
     * @param deliverBefore when it is of no use any more
     */
    public Uni<Void> queueCode(UUID verificationId, Content content, DataKey key, Instant deliverBefore) {
        Recipient recipient = Recipient.verification(verificationId);
        Seal seal = seal(recipient, content);
        String once = UUID.randomUUID().toString();
        OutgoingMail mail = OutgoingMail.queued(recipient, OURSELVES, once, seal, content, key, clock.instant());
        mail.isCode(deliverBefore);
        return mails.persist(mail).replaceWithVoid();
    }

    /** Stores a caller's mail, to be sent if there is anywhere to send it. */
    Uni<OutgoingMail> queue(Recipient recipient, String client, String idempotencyKey, Content content) {
        Instant now = clock.instant();
        Seal seal = seal(recipient, content);
        return destinationOf(recipient)
                .map(destination -> switch (destination) {
                    case Mailbox mailbox ->
                        OutgoingMail.queued(recipient, client, idempotencyKey, seal, content, mailbox.key(), now);
                    case Nowhere(var why) ->
                        OutgoingMail.undeliverable(recipient, client, idempotencyKey, seal, why, now);
                })
                .chain(mail -> mails.persist(mail));
    }

    Uni<Destination> destinationOf(Recipient recipient) {
        return recipients.stream()
                .filter(kind -> kind.areOfKind(recipient))
                .findFirst()
                .orElseThrow()
                .find(recipient);
    }

    boolean isOf(OutgoingMail mail, Recipient recipient, Content content) {
        return seals.matches(mail.contentSeal(), "mail", parts(recipient, content));
    }

    private Seal seal(Recipient recipient, Content content) {
        return seals.seal("mail", parts(recipient, content));
    }

    private static String[] parts(Recipient recipient, Content content) {
        String html = content.html();
        return html == null
                ? new String[] {recipient.id(), content.subject(), content.text()}
                : new String[] {recipient.id(), content.subject(), content.text(), html};
    }

    /** A code that waits to be sent there is not sent any more. */
    public Uni<Void> withdrawCodes(UUID verificationId) {
        return mails.lockQueuedCodes(verificationId)
                .invoke(queued -> queued.forEach(mail -> mail.undeliverable("withdrawn", clock.instant())))
                .replaceWithVoid();
    }

    /** Forgets every mail to this recipient, sent or not, and that there was one. */
    public Uni<Boolean> forget(Recipient recipient) {
        return mails.deleteTo(recipient.customerId(), recipient.verificationId())
                .map(forgotten -> forgotten > 0);
    }

    /** That a mail was sent, or is going to be. */
    public record Sent(Instant queuedAt, String state) {}

    /** What was sent to this recipient lately, the oldest first. */
    public Uni<List<Sent>> sentTo(Recipient recipient) {
        return mails.to(recipient.customerId(), recipient.verificationId())
                .map(found -> found.stream().map(OutgoingMail::sent).toList());
    }
}
