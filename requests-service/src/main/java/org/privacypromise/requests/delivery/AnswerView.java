package org.privacypromise.requests.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.fulfilment.SystemAnswer;
import org.privacypromise.requests.lifecycle.Request;

/** {@code request.json}: what {@code your-data.html} says about the request and the uses of data, for other software. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerView(
        UUID requestId,
        Right right,
        Regime regime,
        String place,
        Instant receivedAt,
        LocalDate dueDate,
        Instant madeAt,
        Derivation derivation,
        String controller,
        String contact,
        String registerVersion,
        List<SystemPart> systems,
        List<YourData.Use> purposes) {

    /**
     * A system and its answer.
     *
     * @param redacted whether somebody else's data was taken out of the file; null if not
     * @param sha256 of the file as the system has handed it over; null if something was taken out
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SystemPart(
            String key,
            String name,
            String outcome,
            @Nullable Instant issuedAt,
            @Nullable Instant answeredAt,
            @Nullable String file,
            @Nullable Boolean redacted,
            @Nullable String sha256) {}

    static AnswerView from(
            Request request,
            List<SystemAnswer> answers,
            Set<String> redacted,
            YourData page,
            Instant madeAt,
            List<YourData.Use> purposes) {
        return new AnswerView(
                request.id(),
                request.right(),
                request.regime(),
                request.place(),
                request.receivedAt(),
                request.dueDate(),
                madeAt,
                request.derivation(),
                page.controller(),
                page.contact(),
                page.registerVersion(),
                answers.stream()
                        .map(answer -> part(answer, redacted.contains(answer.system()), page))
                        .toList(),
                purposes);
    }

    private static SystemPart part(SystemAnswer answer, boolean redacted, YourData page) {
        YourData.Asked asked = page.systems().stream()
                .filter(system -> system.key().equals(answer.system()))
                .findFirst()
                .orElseThrow();
        return new SystemPart(
                asked.key(),
                asked.name(),
                answer.outcome().name(),
                answer.issuedAt(),
                answer.answeredAt(),
                asked.file(),
                redacted ? true : null,
                redacted ? null : answer.sha256());
    }
}
