package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;

/**
 * Takes a system's word that what it had kept is erased, too, and tells the person, if there is still a way: whoever was
 * erased has no address here, which the report has said before. In the caller's transaction.
 */
@ApplicationScoped
class TakeRelease {

    private final KeptDataRepository kept;
    private final RequestRepository requests;
    private final Notices notices;
    private final Clock clock;

    TakeRelease(KeptDataRepository kept, RequestRepository requests, Notices notices, Clock clock) {
        this.kept = kept;
        this.requests = requests;
        this.notices = notices;
        this.clock = clock;
    }

    Uni<Void> take(Fulfilment fulfilment, Task task, TaskAnswered said) {
        return kept.of(fulfilment.requestId).chain(all -> {
            all.stream().filter(one -> one.isReleasing(task.system)).forEach(one -> settle(one, said));
            if (all.stream().anyMatch(KeptData::awaitsRelease)) {
                return Uni.createFrom().voidItem();
            }
            fulfilment.keepSubject(null);
            return tell(fulfilment);
        });
    }

    private void settle(KeptData one, TaskAnswered said) {
        said.kept().stream()
                .filter(still -> still.category().equals(one.category()))
                .findFirst()
                .ifPresentOrElse(still -> one.keptUntil(still.until()), () -> one.released(clock.instant()));
    }

    private Uni<Void> tell(Fulfilment fulfilment) {
        return requests.findById(fulfilment.requestId)
                .chain(request -> notices.append(request, NoticeKind.RELEASED, Map.of()));
    }
}
