package org.privacypromise.identity.customer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.privacypromise.identity.mail.Mails;
import org.privacypromise.identity.mail.Recipient;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.personaldata.keys.SubjectKeys;

/** Makes everything about a customer unreadable, and deletes it. The ID is never given again. */
@ApplicationScoped
public class EraseCustomer {

    private final CustomerRepository customers;
    private final ContactPointRepository contactPoints;
    private final PurchaseRepository purchases;
    private final AccountLinkRepository links;
    private final SubjectKeys keys;
    private final Mails mails;

    EraseCustomer(
            CustomerRepository customers,
            ContactPointRepository contactPoints,
            PurchaseRepository purchases,
            AccountLinkRepository links,
            SubjectKeys keys,
            Mails mails) {
        this.customers = customers;
        this.contactPoints = contactPoints;
        this.purchases = purchases;
        this.links = links;
        this.keys = keys;
        this.mails = mails;
    }

    /** @param found whether there was such a customer */
    public record Erased(boolean found, List<DestructionCertificate> certificates) {}

    /** In the caller's transaction. Doing it again finds nothing, and gives the certificates again. */
    public Uni<Erased> erase(String customerId) {
        return customers
                .lock(customerId)
                .call(customer -> mails.forget(Recipient.customer(customerId)))
                .call(customer -> links.delete("customerId", customerId))
                .call(customer -> purchases.delete("customerId", customerId))
                .call(customer -> contactPoints.delete("customerId", customerId))
                .call(customer -> customer == null ? Uni.createFrom().nullItem() : customers.delete(customer))
                .chain(customer ->
                        keys.destroy(customerId).map(certificates -> new Erased(customer != null, certificates)));
    }
}
