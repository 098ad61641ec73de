package org.privacypromise.requests.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestKey;

/** Keeps what a request's screening will need, from its receipt on; in the caller's transaction. */
@ApplicationScoped
public class PrepareScreening {

    private final ScreeningRepository screenings;
    private final SubjectKeys keys;
    private final Clock clock;

    PrepareScreening(ScreeningRepository screenings, SubjectKeys keys, Clock clock) {
        this.screenings = screenings;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param ipAddress where it came from, if that is known */
    public Uni<Void> prepare(Request request, @Nullable PersonalText ipAddress) {
        UUID id = request.id();
        if (ipAddress == null) {
            return screenings.persist(new Screening(id, null, clock.instant())).replaceWithVoid();
        }
        return keys.forWriting(RequestKey.subject(id), RequestKey.RECORDS)
                .map(key -> FieldCipher.encrypt(key, Screening.placeOfIpAddress(id), ipAddress))
                .chain(encrypted -> screenings.persist(new Screening(id, encrypted, clock.instant())))
                .replaceWithVoid();
    }

    /** The request has ended, so nobody will look any more. */
    public Uni<Void> forget(UUID request) {
        return screenings
                .findById(request)
                .invoke(found -> {
                    if (found != null) {
                        found.forget(clock.instant());
                    }
                })
                .replaceWithVoid();
    }
}
