package org.privacypromise.requests.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.security.Staff;

/**
 * Notes what the staff do with people's requests. A look is noted before it is answered, a deed in the transaction that
 * does it: what cannot be noted does not happen.
 */
@ApplicationScoped
public class NoteAccess {

    static final ProblemType PURPOSE_MISSING =
            new ProblemType("purpose-missing", 400, "Nobody looks at a person's request without saying what for");

    private final RequestAccessRepository accesses;
    private final Clock clock;

    NoteAccess(RequestAccessRepository accesses, Clock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    /**
     * What they say that it is for.
     *
     * @param request whose they want to see; null if it is none in particular
     * @param header {@link StatedPurpose#HEADER}
     * @return fails with the problem {@code purpose-missing} if they say nothing, and that is noted, too
     */
    public Uni<StatedPurpose> purpose(Staff who, @Nullable UUID request, @Nullable String header) {
        return StatedPurpose.in(header)
                .map(stated -> Uni.createFrom().item(stated))
                .orElseGet(() -> Panache.withTransaction(
                                () -> accesses.persist(RequestAccess.refused(who, request, clock.instant())))
                        .onItem()
                        .transformToUni(noted -> Uni.createFrom()
                                .failure(new ProblemException(
                                        PURPOSE_MISSING,
                                        "Say what for in the header X-Purpose, in 3 to 200 characters that name no person:"
                                                + " it is noted, and the customer can read it."))));
    }

    /** Joins the caller's transaction if there is one. */
    public Uni<Void> note(Access access) {
        return Panache.withTransaction(() -> accesses.persist(RequestAccess.of(access, clock.instant())))
                .replaceWithVoid();
    }
}
