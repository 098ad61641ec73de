package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.privacypromise.events.SubjectTask.Operation;

/** Writes down what an erasure has left, so that it is erased on its day. In the caller's transaction. */
@ApplicationScoped
class NoteKept {

    private final KeptDataRepository kept;
    private final KeptSubjects subjects;

    NoteKept(KeptDataRepository kept, KeptSubjects subjects) {
        this.kept = kept;
        this.subjects = subjects;
    }

    Uni<Void> note(Fulfilment fulfilment, Whose whose, List<Task> all) {
        List<KeptData> left = all.stream()
                .filter(task -> task.operation() == Operation.ERASURE && task.answer() != null)
                .flatMap(task ->
                        task.answer().kept().stream().map(one -> new KeptData(fulfilment.requestId, task.system, one)))
                .toList();
        return kept.forgetUnreleased(fulfilment.requestId)
                .chain(() -> left.isEmpty() ? Uni.createFrom().voidItem() : kept.persist(left))
                .chain(() -> left.stream().anyMatch(KeptData::awaitsRelease)
                        ? subjects.write(fulfilment, whose)
                        : Uni.createFrom().voidItem());
    }
}
