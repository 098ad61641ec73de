package org.privacypromise.fraudcheck.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.privacypromise.events.EventKey;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.RetentionClass;
import org.privacypromise.personaldata.keys.SubjectKeys;

/**
 * Why a person decided as they did. People write what they know about others, so it is encrypted with the key of whom it is
 * about. Everything happens in the caller's session.
 */
@ApplicationScoped
public class HumanReasons {

    private static final RetentionClass COUNTERS = new RetentionClass("fraud-counters");

    private final SubjectKeys keys;

    HumanReasons(SubjectKeys keys) {
        this.keys = keys;
    }

    public Uni<byte[]> encrypt(Screening screening, PersonalText reason) {
        return keys.forWriting(subject(screening), COUNTERS)
                .map(key -> FieldCipher.encrypt(key, place(screening), reason));
    }

    /** Empty if nobody gave a reason, or if it can no longer be read. */
    public Uni<Optional<PersonalText>> read(Screening screening) {
        byte[] encrypted = screening.humanReason();
        if (encrypted == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return keys.forReading(subject(screening), COUNTERS)
                .map(key -> key.map(known -> FieldCipher.decrypt(known, place(screening), encrypted)));
    }

    /**
     * Makes the reason of a screening unreadable that goes, in every backup too. Where the key is a person's it stays: it
     * is destroyed when they are forgotten.
     */
    Uni<Void> forget(Screening screening) {
        boolean hasKeyOfItsOwn =
                screening.humanReason() != null && subject(screening).equals(ownSubject(screening));
        return hasKeyOfItsOwn
                ? keys.destroy(ownSubject(screening)).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** If nobody knows whom it is about, it goes with the screening. */
    private static String subject(Screening screening) {
        if (screening.customerId() != null) {
            return EventKey.ofCustomer(screening.customerId());
        }
        return screening.contactRef() != null ? EventKey.ofContactPoint(screening.contactRef()) : ownSubject(screening);
    }

    private static String ownSubject(Screening screening) {
        return "s:" + screening.id();
    }

    private static FieldCipher.Place place(Screening screening) {
        return new FieldCipher.Place("screening", screening.id(), "human_reason");
    }
}
