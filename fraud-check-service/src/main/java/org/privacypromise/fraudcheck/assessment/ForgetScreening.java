package org.privacypromise.fraudcheck.assessment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Forgets screenings that the caller has locked in its transaction. */
@ApplicationScoped
public class ForgetScreening {

    private final ScreeningRepository screenings;
    private final HumanReasons reasons;

    ForgetScreening(ScreeningRepository screenings, HumanReasons reasons) {
        this.screenings = screenings;
        this.reasons = reasons;
    }

    /**
     * What waits for a person goes on waiting, without a trace of whom it is about: its request would never end otherwise.
     */
    public Uni<Void> all(List<Screening> forgotten) {
        // One after the other: a session is never used concurrently.
        return Multi.createFrom()
                .iterable(forgotten)
                .onItem()
                .transformToUniAndConcatenate(this::forget)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> forget(Screening screening) {
        if (screening.isForReview() && !screening.isDecided()) {
            screening.forgetWhom();
            return Uni.createFrom().voidItem();
        }
        return reasons.forget(screening).chain(() -> screenings.delete(screening));
    }
}
