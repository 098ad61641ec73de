package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one system has to do for one request. It answers with {@link TaskAnswered}; data that it hands over goes by HTTP
 * ({@code PUT /tasks/{taskId}/data} at requests-service).
 *
 * @param version higher when the same task is issued again; the newest one counts
 * @param customerIds whose data; all of them are the same person
 * @param contactRefs by which contact points the person is known, too
 * @param categories the data categories that the system holds according to the purpose register
 * @param keep what the system may keep after an erasure, and by which retention rule; empty for any other operation
 * @param dueDate the request's, not the system's own earlier target
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
        LocalDate dueDate)
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
        if (customerIds.isEmpty() && contactRefs.isEmpty()) {
            throw new IllegalArgumentException("customerIds or contactRefs must name somebody");
        }
    }

    /** What is asked of the system. */
    public enum Operation {
        /** Hand over everything about the person. */
        ACCESS,
        /** Erase everything about the person but what {@code keep} names. */
        ERASURE,
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
