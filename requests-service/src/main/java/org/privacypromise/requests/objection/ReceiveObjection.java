package org.privacypromise.requests.objection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.RequestKey;

/** Takes an objection to advertising in; in the caller's transaction. */
@ApplicationScoped
public class ReceiveObjection {

    private final ObjectionRepository objections;
    private final SubjectKeys keys;
    private final Clock clock;

    ReceiveObjection(ObjectionRepository objections, SubjectKeys keys, Clock clock) {
        this.objections = objections;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param contact where nothing is to be sent; null if the request says whom it is about, or a verification will */
    public Uni<Void> receive(UUID request, @Nullable TypedContact contact) {
        if (contact == null) {
            return objections
                    .persist(new Objection(request, null, clock.instant()))
                    .replaceWithVoid();
        }
        return keys.forWriting(RequestKey.subject(request), RequestKey.RECORDS)
                .map(key -> FieldCipher.encrypt(key, Objection.placeOfContact(request), contact.written()))
                .chain(encrypted -> objections.persist(new Objection(request, encrypted, clock.instant())))
                .replaceWithVoid();
    }

    /** Whom it is about, as a verification has told, however that ended: a no needs no proof. */
    public Uni<Void> name(UUID request, String contactRef) {
        return objections
                .findById(request)
                .invoke(found -> found.name(contactRef))
                .replaceWithVoid();
    }
}
