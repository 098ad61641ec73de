package org.privacypromise.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a task. Dates are text, as they are stored and sent.
 *
 * @param digest SHA-256 of the document that was uploaded; null if there was none
 * @param kept what is left after an erasure
 * @param reason why it failed; null unless it did
 * @param found what a probe has found; null for any other task
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskAnswer(
        String outcome,
        @Nullable String digest,
        List<Kept> kept,
        @Nullable String reason,
        String answeredAt,
        @Nullable Long found) {

    static final String TYPE = "requests.task-answered.v1";

    /**
     * Data that is left, by which rule, and the day on which it goes, too.
     *
     * @param until null if the rule has no end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(String category, String retention, @Nullable String until) {}

    static TaskAnswer handedOver(String digest, Instant now) {
        return new TaskAnswer("DONE", digest, List.of(), null, now.toString(), null);
    }

    static TaskAnswer erased(List<Kept> kept, Instant now) {
        return new TaskAnswer("DONE", null, kept, null, now.toString(), null);
    }

    static TaskAnswer nothingHeld(Instant now) {
        return new TaskAnswer("NOTHING_HELD", null, List.of(), null, now.toString(), null);
    }

    /** What should not be there any more; nothing is changed by looking. */
    static TaskAnswer probed(long found, Instant now) {
        return new TaskAnswer(found > 0 ? "DONE" : "NOTHING_HELD", null, List.of(), null, now.toString(), found);
    }

    /** A person has to look. */
    static TaskAnswer failed(String reason, Instant now) {
        return new TaskAnswer("FAILED", null, List.of(), reason, now.toString(), null);
    }

    /** The same about the document with this digest. */
    TaskAnswer about(String document) {
        return new TaskAnswer(outcome, document, kept, reason, answeredAt, found);
    }

    Instant at() {
        return Instant.parse(answeredAt);
    }

    static String topic(String system) {
        return "requests.task-results." + system + ".v1";
    }

    Statement to(Task task, String system) {
        var payload = new TreeMap<String, Object>(Map.of(
                "taskId", task.taskId(),
                "requestId", task.requestId(),
                "version", task.version(),
                "outcome", outcome,
                "kept", kept,
                "certificates", List.of(), // a system that destroys keys proves it here
                "answeredAt", answeredAt));
        if (digest != null) {
            payload.put("digest", digest);
        }
        if (reason != null) {
            payload.put("reason", reason);
        }
        if (found != null) {
            payload.put("found", found);
        }
        if (!task.toTell().isEmpty() && !outcome.equals("FAILED")) {
            payload.put("told", task.toTell()); // a real system calls or writes to them first
        }
        return new Statement(
                topic(system),
                task.requestId(),
                system + ":" + task.taskId() + ":" + task.version(),
                TYPE,
                at(),
                payload);
    }
}
