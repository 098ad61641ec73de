package org.privacypromise.preferences.idempotency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.idempotency.AnsweredCallRepository.AnsweredCall;

/**
 * Does a call once, however often it comes with the same key, and gives every repetition the first answer. Work and answer
 * are committed together: a client that heard nothing, for whatever reason, repeats the call and hears what became of it. A
 * call that was refused changed nothing and is not remembered.
 */
@ApplicationScoped
public class OncePerKey {

    static final ProblemType KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "This idempotency key was used before, for something else");
    static final ProblemType IN_FLIGHT =
            new ProblemType("call-in-flight", 409, "The same call is being answered at this moment");
    static final Duration GOOD_FOR = Duration.ofHours(24);

    private final AnsweredCallRepository answered;
    private final Clock clock;

    OncePerKey(AnsweredCallRepository answered, Clock clock) {
        this.answered = answered;
        this.clock = clock;
    }

    /** @param work joins the transaction in which it is called */
    public Uni<Answer> answer(Call call, Supplier<Uni<Answer>> work) {
        return Panache.withTransaction(() -> answered.begin(call)
                .chain(ours -> ours
                        ? answered.find(call, clock.instant().minus(GOOD_FOR))
                        : Uni.createFrom().failure(new ProblemException(IN_FLIGHT, "Wait a second and repeat it.")))
                .chain(known -> known == null ? first(call, work) : repeat(call, known)));
    }

    private Uni<Answer> first(Call call, Supplier<Uni<Answer>> work) {
        return work.get().call(answer -> answered.keep(call, answer, clock.instant()));
    }

    private static Uni<Answer> repeat(Call call, AnsweredCall known) {
        return known.fingerprint().equals(call.fingerprint())
                ? Uni.createFrom().item(known.answer())
                : Uni.createFrom()
                        .failure(new ProblemException(
                                KEY_REUSED, "Repeat the first call as it was, or use a key of its own."));
    }
}
