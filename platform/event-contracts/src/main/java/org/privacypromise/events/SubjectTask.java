package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one system has to do for one request. It answers with {@link TaskAnswered}; data that it hands over goes by HTTP
 * ({@code PUT /tasks/{taskId}/data} at requests-service).
 *
 * @param version higher when the same task is issued again; the newest one counts
 * @param customerIds whose data; all of them are the same person
 * @param contactRefs by which contact points the person is known, too
 * @param categories the data categories that the system holds according to the purpose register; for a release, a
 *     rectification or a restriction only those that it is about
 * @param keep what the system may keep after an erasure, and by which retention rule; a probe does not count it, and a
 *     release leaves it; empty for any other operation
 * @param dueDate the request's, not the system's own earlier target
 * @param recipients to whom the system has passed data on, by their keys in the purpose register, and who are to be told
 *     by it (GDPR Art. 19); null if nobody is
 */
public record SubjectTask(
        String taskId,
        String requestId,
        long version,
        Operation operation,
        List<String> customerIds,
        List<String> contactRefs,
        List<String> categories,
        List<Exemption> keep,
        Instant issuedAt,
        LocalDate dueDate,
        @Nullable List<String> recipients)
        implements RequestsEvent {

    public SubjectTask {
        Shape.reference("taskId", taskId);
        Shape.reference("requestId", requestId);
        Shape.version(version);
        Shape.present("operation", operation);
        customerIds = Shape.references("customerIds", customerIds);
        contactRefs = Shape.references("contactRefs", contactRefs);
        categories = Shape.categories("categories", categories);
        keep = Shape.distinct("keep", keep, exemption -> exemption);
        Shape.present("issuedAt", issuedAt);
        Shape.present("dueDate", dueDate);
        recipients = recipients == null
                ? null
                : Shape.distinct("recipients", recipients, key -> Shape.registerKey("recipients", key));
        if (customerIds.isEmpty() && contactRefs.isEmpty()) {
            throw new IllegalArgumentException("customerIds or contactRefs must name somebody");
        }
    }

    /** As it was before recipients were named. */
    public SubjectTask(
            String taskId,
            String requestId,
            long version,
            Operation operation,
            List<String> customerIds,
            List<String> contactRefs,
            List<String> categories,
            List<Exemption> keep,
            Instant issuedAt,
            LocalDate dueDate) {
        this(
                taskId,
                requestId,
                version,
                operation,
                customerIds,
                contactRefs,
                categories,
                keep,
                issuedAt,
                dueDate,
                null);
    }

    /** What is asked of the system. */
    public enum Operation {
        /** Hand over everything about the person. */
        ACCESS,
        /** Erase everything about the person but what {@code keep} names. */
        ERASURE,
        /** Look whether anything is left but what {@code keep} names, and change nothing. */
        PROBE,
        /** Erase what an earlier erasure has left of {@code categories}: its time is over. What came since stays. */
        RELEASE,
        /** Put data right; what is right is fetched by HTTP ({@code GET /tasks/{taskId}/corrections}). */
        RECTIFICATION,
        /** Store {@code categories} and do nothing else with them (Art. 18). */
        RESTRICTION,
        /** Use them again as before. */
        RESTRICTION_LIFTING,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * Data that may outlive an erasure.
     *
     * @param retention the retention rule of the purpose register that asks for it
     */
    public record Exemption(String category, String retention) {

        public Exemption {
            Shape.category("category", category);
            Shape.registerKey("retention", retention);
        }
    }

    @Override
    public EventType type() {
        return EventType.SUBJECT_TASK;
    }
}
