package org.privacypromise.subjecttasks;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.privacypromise.events.SubjectTask;

/** What a service holds about subjects. Each service that answers tasks has one bean of this type. */
public interface SubjectData {

    /**
     * Everything that the service holds about the subject, in the caller's session; empty if that is nothing. Asked
     * twice with the same data, it answers the same in the same order.
     */
    Uni<List<DataSection>> export(Subject subject);

    /**
     * Erases, in the caller's transaction, everything about the subject but what {@code keep} names. Doing it again does
     * no harm and finds nothing; a certificate is handed over again.
     *
     * @param keep what may be kept, by which retention rule; a service keeps no more, and less if it can
     */
    Uni<Erasure> erase(Subject subject, List<SubjectTask.Exemption> keep);

    /**
     * How many records about the subject there are that an erasure would take, in the caller's session. What an erasure
     * keeps does not count. As it is, it fits a service that keeps nothing.
     */
    default Uni<Long> leftovers(Subject subject) {
        return export(subject)
                .map(sections -> sections.stream()
                        .mapToLong(section -> section.records().size())
                        .sum());
    }

    /**
     * Stops every use of the subject's data but to store it (GDPR Art. 18), or lets it be used again, in the caller's
     * transaction. Doing it again changes nothing, and an erasure ends it. A service that the register gives the operation
     * {@code restriction} has to override it.
     */
    default Uni<Void> restrict(Subject subject, boolean restricted) {
        return Uni.createFrom().failure(new PlainException("this service cannot restrict the use of data"));
    }

    /**
     * What has to be gone elsewhere before {@link #erase}, such as an account at the identity provider. Runs outside any
     * session or transaction, and again until it has succeeded.
     */
    default Uni<Void> beforeErasure(Subject subject) {
        return Uni.createFrom().voidItem();
    }

    /**
     * The subjects that the service holds something about that an erasure would take, a page at a time and in a fixed
     * order of keys, in the caller's session. What is kept after an erasure does not count. Read when the ledger of
     * erasures names somebody whom this database has not seen erased, as after a restore.
     *
     * @param after the last key of the page before; empty for the first page
     * @return at most {@code limit}; empty after the last
     */
    Uni<List<KnownSubject>> knownSubjects(String after, int limit);
}
