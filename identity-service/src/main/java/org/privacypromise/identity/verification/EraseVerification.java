package org.privacypromise.identity.verification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.privacypromise.identity.mail.Mails;
import org.privacypromise.identity.mail.Recipient;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.personaldata.keys.SubjectKeys;

/** Makes a verification's address unreadable and deletes what is left, with the mails to it. */
@ApplicationScoped
class EraseVerification {

    private final VerificationRepository verifications;
    private final SubjectKeys keys;
    private final Mails mails;

    EraseVerification(VerificationRepository verifications, SubjectKeys keys, Mails mails) {
        this.verifications = verifications;
        this.keys = keys;
        this.mails = mails;
    }

    /** In the caller's transaction, which has the row's lock. */
    Uni<List<DestructionCertificate>> erase(Verification verification) {
        return mails.forget(Recipient.verification(verification.id))
                .chain(() -> verifications.delete(verification))
                .chain(() -> keys.destroy(Verification.keySubject(verification.id)));
    }
}
