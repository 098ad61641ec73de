package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.register.PurposeRegister;
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
    private final PurposeRegister register;
    private final Clock clock;

    TakeRelease(
            KeptDataRepository kept,
            RequestRepository requests,
            Notices notices,
            PurposeRegister register,
            Clock clock) {
        this.kept = kept;
        this.requests = requests;
        this.notices = notices;
        this.register = register;
        this.clock = clock;
    }

    Uni<Void> take(Fulfilment fulfilment, Task task, TaskAnswered said) {
        return kept.of(fulfilment.requestId).chain(all -> {
            List<KeptData> released = all.stream()
                    .filter(one -> one.isReleasing(task.system))
                    .filter(one -> settle(one, said))
                    .toList();
            if (all.stream().noneMatch(KeptData::awaitsRelease)) {
                fulfilment.keepSubject(null);
            }
            return released.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : tell(fulfilment, released, (int)
                            all.stream().filter(KeptData::isReleased).count());
        });
    }

    /** Whether it is gone. */
    private boolean settle(KeptData one, TaskAnswered said) {
        Optional<TaskAnswered.Kept> still = said.kept().stream()
                .filter(left -> left.category().equals(one.category()))
                .findFirst();
        still.ifPresentOrElse(left -> one.keptUntil(left.until()), () -> one.released(clock.instant()));
        return still.isEmpty();
    }

    private Uni<Void> tell(Fulfilment fulfilment, List<KeptData> released, int occurrence) {
        return requests.findById(fulfilment.requestId)
                .chain(request -> notices.append(
                        request,
                        NoticeKind.RELEASED,
                        occurrence,
                        Map.of(
                                "text",
                                released.stream()
                                        .map(one -> "- " + name(one.category(), request.language()))
                                        .distinct()
                                        .collect(Collectors.joining("\n")))));
    }

    private String name(String key, String language) {
        return register.dataCategories().stream()
                .filter(category -> category.key().equals(key))
                .map(category -> category.name().in(language).text())
                .findFirst()
                .orElse(key);
    }
}
