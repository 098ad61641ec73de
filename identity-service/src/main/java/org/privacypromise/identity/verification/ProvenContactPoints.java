package org.privacypromise.identity.verification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.privacypromise.identity.mail.Destination;
import org.privacypromise.identity.mail.Destination.Mailbox;
import org.privacypromise.identity.mail.Destination.Nowhere;
import org.privacypromise.identity.mail.Recipient;
import org.privacypromise.identity.mail.Recipients;
import org.privacypromise.identity.verification.challenge.Outcome;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.keys.SubjectKeys;

/**
 * Where mail to somebody known by a verification goes: to the address that the verification has proven. Until it has,
 * only the code goes there.
 */
@ApplicationScoped
class ProvenContactPoints implements Recipients {

    private final VerificationRepository verifications;
    private final SubjectKeys keys;

    ProvenContactPoints(VerificationRepository verifications, SubjectKeys keys) {
        this.verifications = verifications;
        this.keys = keys;
    }

    @Override
    public boolean areOfKind(Recipient recipient) {
        return recipient.verificationId() != null;
    }

    @Override
    public Uni<Destination> find(Recipient recipient) {
        return verifications
                .findById(Objects.requireNonNull(recipient.verificationId()))
                .chain(verification -> verification == null || isOver(verification)
                        ? nowhere()
                        : keys.forReading(Verification.keySubject(verification.id), Verification.RETENTION)
                                .chain(key -> key.isEmpty()
                                        ? nowhere()
                                        : Uni.createFrom().item(mailbox(verification, key.get()))));
    }

    private static boolean isOver(Verification verification) {
        return verification.isConcluded() && verification.outcome != Outcome.VERIFIED;
    }

    private static Destination mailbox(Verification verification, DataKey key) {
        return new Mailbox(verification.revealAddress(key), key, verification.isConcluded());
    }

    private static Uni<Destination> nowhere() {
        return Uni.createFrom().item(new Nowhere("not-verified"));
    }
}
