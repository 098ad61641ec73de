package org.privacypromise.identity.customer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.privacypromise.identity.customer.KnownCustomers.Known;
import org.privacypromise.identity.mail.Destination;
import org.privacypromise.identity.mail.Destination.Mailbox;
import org.privacypromise.identity.mail.Destination.Nowhere;
import org.privacypromise.identity.mail.Recipient;
import org.privacypromise.identity.mail.Recipients;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.EmailAddress;
import org.privacypromise.personaldata.keys.SubjectKeys;

/** Where mail to a customer goes: to the address that is proven to be theirs; if none is, to the one they gave last. */
@ApplicationScoped
class CustomersMailboxes implements Recipients {

    private static final Comparator<Known> BEST_LAST =
            Comparator.comparing(Known::verified).thenComparing(Known::recordedAt);

    private final KnownCustomers customers;
    private final SubjectKeys keys;

    CustomersMailboxes(KnownCustomers customers, SubjectKeys keys) {
        this.customers = customers;
        this.keys = keys;
    }

    @Override
    public boolean areOfKind(Recipient recipient) {
        return recipient.customerId() != null;
    }

    @Override
    public Uni<Destination> find(Recipient recipient) {
        String customerId = Objects.requireNonNull(recipient.customerId());
        return keys.forReading(customerId, RecordContactPoint.ACCOUNT)
                .chain(key -> customers.contactPointsOf(customerId).map(known -> destination(key, known)));
    }

    private static Destination destination(Optional<DataKey> key, List<Known> known) {
        return known.stream()
                .filter(one -> one.contactPoint() instanceof EmailAddress)
                .max(BEST_LAST)
                .<Destination>map(best -> new Mailbox((EmailAddress) best.contactPoint(), key.orElseThrow(), true))
                .orElseGet(() -> new Nowhere("no-address"));
    }
}
