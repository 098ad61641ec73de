package org.privacypromise.subjecttasks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whom this service has erased: for what arrives late about somebody who is gone, and must not bring them back. */
@ApplicationScoped
public class ErasedSubjects {

    private final ErasedSubjectRepository erased;
    private final SubjectRefs refs;

    ErasedSubjects(ErasedSubjectRepository erased, SubjectRefs refs) {
        this.erased = erased;
        this.refs = refs;
    }

    /**
     * Whether the subject was erased here, in the caller's session. A customer ID is never used again, so that holds for
     * ever; a contact point may come back any time.
     *
     * @param key {@code c:<customer ID>} or {@code p:<contact reference>}
     */
    public Uni<Boolean> contains(String key) {
        return erased.containsAny(refs.allVersions(key));
    }
}
