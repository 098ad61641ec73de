package org.privacypromise.subjecttasks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.privacypromise.events.SubjectTask.Exemption;
import org.privacypromise.events.TaskAnswered;

/** Erases a subject here, in the caller's transaction, and remembers that; one erasure of a subject at a time. */
@ApplicationScoped
class EraseSubject {

    private final SubjectData data;
    private final ErasedSubjectRepository erased;
    private final SubjectRefs refs;
    private final Clock clock;

    EraseSubject(SubjectData data, ErasedSubjectRepository erased, SubjectRefs refs, Clock clock) {
        this.data = data;
        this.erased = erased;
        this.refs = refs;
        this.clock = clock;
    }

    Uni<Erasure> erase(Subject subject, List<Exemption> keep) {
        List<String> keys = subject.keys().stream().sorted().toList();
        List<String> subjectRefs =
                keys.stream().flatMap(key -> refs.allVersions(key).stream()).toList();
        return erased.lock(keys)
                .chain(() -> data.erase(subject, keep))
                .invoke(erasure -> erasure.kept().forEach(kept -> requireAllowed(kept, keep)))
                .call(() -> erased.remember(subjectRefs, clock.instant()));
    }

    // What the register does not name must not survive, so then nothing is answered.
    private static void requireAllowed(TaskAnswered.Kept kept, List<Exemption> keep) {
        if (!keep.contains(new Exemption(kept.category(), kept.retention()))) {
            throw new PlainException(
                    "the task does not allow to keep " + kept.category() + " by the rule " + kept.retention());
        }
    }
}
