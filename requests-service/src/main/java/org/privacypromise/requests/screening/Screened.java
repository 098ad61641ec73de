package org.privacypromise.requests.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Whether the screening has anything against a request, for whoever weighs it. */
@ApplicationScoped
public class Screened {

    private final VerdictRepository verdicts;

    Screened(VerdictRepository verdicts) {
        this.verdicts = verdicts;
    }

    /** Whether the last word about it was allow, a machine's or a person's; false if there is none yet. */
    public Uni<Boolean> isClear(UUID request) {
        return verdicts.of(request.toString())
                .map(all -> !all.isEmpty() && all.getLast().clears());
    }
}
