package org.privacypromise.requests.redaction;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestKey;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.security.FourEyes;

/**
 * Lets people look through an answer for what is somebody else's, before it is made: while a review is open there is no
 * package, and what one person marks another one approves or turns down. All of it stays in the log.
 */
@ApplicationScoped
class ReviewAnswer {

    static final ProblemType TOO_LATE =
            new ProblemType("answer-made", 409, "The answer is made already, or never will be");
    static final ProblemType NOT_OPEN = new ProblemType("review-not-open", 409, "Nobody looks through this answer now");
    static final ProblemType UNDECIDED =
            new ProblemType("redactions-undecided", 409, "Something is marked and not decided on");

    private final RequestRepository requests;
    private final ReviewRepository reviews;
    private final RedactionRepository redactions;
    private final SubjectKeys keys;
    private final Clock clock;

    ReviewAnswer(
            RequestRepository requests,
            ReviewRepository reviews,
            RedactionRepository redactions,
            SubjectKeys keys,
            Clock clock) {
        this.requests = requests;
        this.reviews = reviews;
        this.redactions = redactions;
        this.keys = keys;
        this.clock = clock;
    }

    /** From the commit on no package is made. Doing it again changes nothing. */
    Uni<Void> open(UUID requestId, String staff) {
        return Panache.withTransaction(() -> lock(requestId)
                .chain(() -> reviews.findById(requestId).chain(known -> {
                    if (known == null) {
                        return reviews.persist(new Review(requestId, staff, clock.instant()))
                                .replaceWithVoid();
                    }
                    if (!known.isOpen()) {
                        known.openAgain(staff, clock.instant());
                    }
                    return Uni.createFrom().voidItem();
                })));
    }

    Uni<RedactionView> propose(UUID requestId, NewRedaction wanted, String staff) {
        if (!wanted.isComplete()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Send system, pointer (such as /data/0/records/3/name) and reason, with at most 2000 characters.");
        }
        UUID id = UUID.randomUUID();
        return Panache.withTransaction(() -> lock(requestId)
                .chain(() -> requireOpen(requestId))
                .chain(() -> keys.forWriting(RequestKey.subject(requestId), RequestKey.RECORDS))
                .map(key -> new Redaction(
                        id,
                        requestId,
                        Objects.requireNonNull(wanted.system()),
                        Objects.requireNonNull(wanted.pointer()),
                        FieldCipher.encrypt(
                                key,
                                Redaction.placeOfReason(id),
                                PersonalText.of(Objects.requireNonNull(wanted.reason()))),
                        staff,
                        clock.instant()))
                .chain(marked -> redactions.persist(marked))
                .chain(this::view));
    }

    /** By another person than the one who has marked it; once. */
    Uni<RedactionView> decide(UUID requestId, UUID id, RedactionState decision, String staff) {
        return Panache.withTransaction(() -> lock(requestId)
                .chain(() -> requireOpen(requestId))
                .chain(() -> redactions.findById(id))
                .map(found -> {
                    if (found == null || !found.requestId().equals(requestId)) {
                        throw notFound();
                    }
                    FourEyes.requireAnother(found.proposedBy(), staff);
                    if (found.state() == RedactionState.PROPOSED) {
                        found.decide(decision, staff, clock.instant());
                    }
                    return found;
                })
                .chain(this::view));
    }

    /** By another person than the one who has opened it; then the package is made. */
    Uni<Void> close(UUID requestId, String staff) {
        return Panache.withTransaction(() -> lock(requestId)
                .chain(() -> requireOpen(requestId))
                .chain(review -> redactions.of(requestId).invoke(all -> {
                    FourEyes.requireAnother(review.openedBy(), staff);
                    if (all.stream().anyMatch(one -> one.state() == RedactionState.PROPOSED)) {
                        throw new ProblemException(UNDECIDED, "Approve it or turn it down first.");
                    }
                    review.close(staff, clock.instant());
                }))
                .replaceWithVoid());
    }

    /** Everything that was ever marked, the first one first. */
    Uni<List<RedactionView>> log(UUID requestId) {
        return Panache.withSession(() -> redactions
                .of(requestId)
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(this::view)
                        .collect()
                        .asList()));
    }

    private Uni<Request> lock(UUID requestId) {
        return requests.lock(requestId)
                .onItem()
                .ifNull()
                .failWith(ReviewAnswer::notFound)
                .invoke(request -> {
                    if (request.status() != Status.FULFILLING) {
                        throw new ProblemException(TOO_LATE, "Read the request to see where it is.");
                    }
                });
    }

    private Uni<Review> requireOpen(UUID requestId) {
        return reviews.findById(requestId).invoke(review -> {
            if (review == null || !review.isOpen()) {
                throw new ProblemException(NOT_OPEN, "Open a review first, so that no package is made meanwhile.");
            }
        });
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it.");
    }

    private Uni<RedactionView> view(Redaction redaction) {
        return keys.forReading(RequestKey.subject(redaction.requestId()), RequestKey.RECORDS)
                .map(key -> new RedactionView(
                        redaction.id(),
                        redaction.system(),
                        redaction.pointer(),
                        key.map(found -> FieldCipher.decrypt(
                                                found, Redaction.placeOfReason(redaction.id()), redaction.reason())
                                        .reveal())
                                .orElse(""),
                        redaction.state(),
                        redaction.proposedBy(),
                        redaction.proposedAt(),
                        redaction.decidedBy(),
                        redaction.decidedAt()));
    }
}
