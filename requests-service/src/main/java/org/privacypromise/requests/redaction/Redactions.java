package org.privacypromise.requests.redaction;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is to be taken out of an answer, for whoever makes it. In the caller's session. */
@ApplicationScoped
public class Redactions {

    private final RedactionRepository redactions;
    private final ReviewRepository reviews;

    Redactions(RedactionRepository redactions, ReviewRepository reviews) {
        this.redactions = redactions;
        this.reviews = reviews;
    }

    /** For each system the JSON Pointers into its document that two persons have agreed on. */
    public Uni<Map<String, Set<String>>> approved(UUID request) {
        return redactions
                .of(request)
                .map(all -> all.stream()
                        .filter(one -> one.state() == RedactionState.APPROVED)
                        .collect(Collectors.groupingBy(
                                Redaction::system, Collectors.mapping(Redaction::pointer, Collectors.toSet()))));
    }

    /** Whether an answer that was begun at this time may go out: nobody has looked for anything since. */
    public Uni<Boolean> allow(UUID request, Instant begun) {
        return reviews.findById(request).map(review -> review == null || review.isOverBefore(begun));
    }
}
