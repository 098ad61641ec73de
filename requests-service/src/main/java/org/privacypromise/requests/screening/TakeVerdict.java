package org.privacypromise.requests.screening;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ReviewAllowed;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ReviewDenied;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;

/** Lets a request go where its verdict leads, and tells whoever asked if that is nowhere. */
@ApplicationScoped
class TakeVerdict {

    private final VerdictRepository verdicts;
    private final ScreeningRepository screenings;
    private final RequestRepository requests;
    private final AdvanceRequest advance;
    private final Notices notices;

    TakeVerdict(
            VerdictRepository verdicts,
            ScreeningRepository screenings,
            RequestRepository requests,
            AdvanceRequest advance,
            Notices notices) {
        this.verdicts = verdicts;
        this.screenings = screenings;
        this.requests = requests;
        this.advance = advance;
        this.notices = notices;
    }

    /** Keeps a verdict, and acts on it if its request is known; in the caller's transaction. */
    Uni<Void> take(UUID request, Verdict verdict) {
        return requests.lock(request)
                .call(() -> verdicts.keep(verdict))
                .chain(known -> known == null ? Uni.createFrom().voidItem() : act(known, verdict));
    }

    /** Acts on verdicts that came before their request was known here, as after the restore of a backup. */
    Uni<Void> takeKept(UUID request) {
        return Panache.withTransaction(() -> requests.lock(request)
                .chain(known -> verdicts.of(request.toString())
                        .chain(kept -> Multi.createFrom()
                                .iterable(kept)
                                .onItem()
                                .transformToUniAndConcatenate(verdict -> act(known, verdict))
                                .collect()
                                .last()))
                .replaceWithVoid());
    }

    private Uni<Void> act(Request request, Verdict verdict) {
        LifecycleEvent consequence = verdict.consequence(request.isWeighed());
        // What a person of the privacy team weighs is not granted by what somebody found about fraud.
        if (request.isWeighed() && consequence instanceof ReviewAllowed) {
            return forgetAddress(request.id());
        }
        return forgetAddress(request.id())
                .chain(() -> advance.hear(request.id(), consequence))
                .chain(after -> after.status() == Status.REFUSED && consequence instanceof ReviewDenied
                        ? tellRefusal(after)
                        : Uni.createFrom().voidItem());
    }

    /** There is a verdict: where the request came from has served its purpose, whoever asked for the verdict first. */
    private Uni<Void> forgetAddress(UUID request) {
        return screenings.forgetAddress(request);
    }

    private Uni<Void> tellRefusal(Request request) {
        return screenings
                .findById(request.id())
                .chain(screening -> notices.append(
                        request,
                        NoticeKind.REFUSED,
                        screening == null ? Map.of() : Map.of("reasons", screening.reasons())));
    }
}
