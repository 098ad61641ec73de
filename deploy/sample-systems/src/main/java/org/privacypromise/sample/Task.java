package org.privacypromise.sample;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the suite asks this system to do for one person's request. Fields that are of no use here, or that did not exist
 * when this was written, are ignored.
 *
 * @param version higher when the same task is given once more; the newest one counts
 * @param operation {@link #ACCESS}, {@link #ERASURE}, {@link #PROBE}, {@link #RELEASE}, or one that did not exist when this was written
 * @param customerIds all of them are the same person
 * @param contactRefs and so is whoever is reached by these contact points
 * @param keep what may outlive an erasure
 * @param recipients whom this system tells, because it has passed data on to them; null if nobody
 * @param issuedAt tasks of one person are done in this order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Task(
        String taskId,
        String requestId,
        long version,
        String operation,
        List<String> customerIds,
        List<String> contactRefs,
        List<Exemption> keep,
        @Nullable List<String> recipients,
        String issuedAt) {

    /** CloudEvents 1.0, binary mode: the type is a header, the value is the payload alone. */
    static final String TYPE = "requests.task.v1";

    static final String ACCESS = "ACCESS";
    static final String ERASURE = "ERASURE";
    static final String PROBE = "PROBE";
    static final String RELEASE = "RELEASE";

    Task {
        if (!isReference(taskId) || !isReference(requestId) || version < 1 || operation == null) {
            throw new IllegalArgumentException("a task has an ID, a request, a version and an operation");
        }
        customerIds = List.copyOf(customerIds); // no nulls either
        contactRefs = List.copyOf(contactRefs);
        keep = List.copyOf(keep);
        recipients = recipients == null ? null : List.copyOf(recipients);
        Instant.parse(issuedAt); // or it is none
    }

    /** Data of this category may be kept, because this retention rule of the register asks for it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Exemption(String category, String retention) {}

    /** Each system has a topic of its own, and only its own principal may read it. */
    static String topic(String system) {
        return "requests.tasks." + system + ".v1";
    }

    /** Empty for what is no task, and for one that cannot be read: then the suite shows that this system owes an answer. */
    static Optional<Task> read(ConsumerRecord<String, byte[]> message) {
        var type = message.headers().lastHeader("ce_type");
        if (message.value() == null || type == null || !TYPE.equals(new String(type.value(), StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        try {
            Task task = Json.MAPPER.readValue(message.value(), Task.class);
            if (task != null && task.requestId().equals(message.key())) {
                return Optional.of(task);
            }
        } catch (IOException e) {
            // said below, without the exception: it quotes the payload
        }
        System.getLogger(Task.class.getName())
                .log(
                        Level.ERROR,
                        "Unreadable task at {0}-{1} offset {2}: it stays unanswered.",
                        message.topic(),
                        message.partition(),
                        String.valueOf(message.offset()));
        return Optional.empty();
    }

    /** Whom this system tells of it. */
    List<String> toTell() {
        return recipients == null ? List.of() : recipients;
    }

    Instant issued() {
        return Instant.parse(issuedAt);
    }

    /** Whom it is about, by the keys that the suite's topics use. */
    List<String> subjects() {
        return Stream.concat(
                        customerIds.stream().map(id -> "c:" + id),
                        contactRefs.stream().map(ref -> "p:" + ref))
                .toList();
    }

    /** The rule by which data of this category may be kept. */
    Optional<String> retentionOf(String category) {
        return keep.stream()
                .filter(exemption -> exemption.category().equals(category))
                .map(Exemption::retention)
                .findFirst();
    }

    private static boolean isReference(@Nullable String text) {
        return text != null && text.matches("[A-Za-z0-9._~-]{1,128}");
    }
}
