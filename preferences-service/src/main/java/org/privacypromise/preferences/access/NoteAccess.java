package org.privacypromise.preferences.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.privacypromise.subjecttasks.SubjectRefs;

/** Notes that somebody of the staff looks at evidence, before they see it: whoever cannot be noted sees nothing. */
@ApplicationScoped
public class NoteAccess {

    private final EvidenceAccessRepository accesses;
    private final SecurityIdentity identity;
    private final SubjectRefs subjects;
    private final Clock clock;

    NoteAccess(EvidenceAccessRepository accesses, SecurityIdentity identity, SubjectRefs subjects, Clock clock) {
        this.accesses = accesses;
        this.identity = identity;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * Notes it in a transaction of its own.
     *
     * @param what is looked at, in a word
     * @param key whose, null if everybody's
     * @param purpose what for, as the person says
     */
    public Uni<Void> note(String what, @Nullable String key, @Nullable String purpose) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        String account = Objects.requireNonNullElse(token.getSubject(), "unknown");
        String client = Objects.requireNonNullElse(token.<String>getClaim("azp"), "unknown");
        EvidenceAccess access = new EvidenceAccess(
                clock.instant(), account, client, what, key == null ? null : subjects.refOf(key), purpose);
        return Panache.withTransaction(() -> accesses.persist(access)).replaceWithVoid();
    }
}
