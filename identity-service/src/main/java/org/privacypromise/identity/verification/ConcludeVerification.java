package org.privacypromise.identity.verification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.VerificationConcluded;
import org.privacypromise.identity.customer.KnownCustomers;
import org.privacypromise.identity.customer.PublishIdentityEvent;
import org.privacypromise.identity.mail.Mails;
import org.privacypromise.identity.verification.challenge.Outcome;
import org.privacypromise.personaldata.keys.SubjectKeys;

/** Tells the others how a verification ended, in the transaction that ended it. */
@ApplicationScoped
class ConcludeVerification {

    private final KnownCustomers customers;
    private final SubjectKeys keys;
    private final Receipts receipts;
    private final Mails mails;
    private final PublishIdentityEvent events;

    ConcludeVerification(
            KnownCustomers customers, SubjectKeys keys, Receipts receipts, Mails mails, PublishIdentityEvent events) {
        this.customers = customers;
        this.keys = keys;
        this.receipts = receipts;
        this.mails = mails;
        this.events = events;
    }

    /** The receipt, if something was proven. */
    Uni<Optional<String>> conclude(Verification ended) {
        return ended.outcome == Outcome.VERIFIED
                ? proven(ended).map(Optional::of)
                : unproven(ended).replaceWith(Optional.empty());
    }

    private Uni<String> proven(Verification ended) {
        String receipt = receipts.issue(ended);
        return keys.forReading(Verification.keySubject(ended.id), Verification.RETENTION)
                .map(key -> ended.revealAddress(key.orElseThrow()))
                .chain(customers::reachedBy)
                .invoke(ended::resolved)
                .call(reached -> events.publish(event(ended, reached, receipt)))
                .replaceWith(receipt);
    }

    /** Whoever lives at that address may have nothing to do with us: it is not kept. */
    private Uni<Void> unproven(Verification ended) {
        ended.forgetAddress();
        return mails.withdrawCodes(ended.id)
                .chain(() -> keys.destroy(Verification.keySubject(ended.id)))
                .chain(() -> events.publish(event(ended, List.of(), null)));
    }

    private static VerificationConcluded event(Verification ended, List<String> customerIds, @Nullable String receipt) {
        return new VerificationConcluded(
                ended.id.toString(),
                ended.version(),
                ended.contactRef,
                ended.purpose.inEvents(),
                ended.requestId,
                VerificationConcluded.Outcome.valueOf(
                        Objects.requireNonNull(ended.outcome).name()),
                receipt == null ? null : VerificationConcluded.Evidence.CONTACT_POINT_CONTROL,
                customerIds,
                receipt,
                Objects.requireNonNull(ended.concludedAt));
    }
}
