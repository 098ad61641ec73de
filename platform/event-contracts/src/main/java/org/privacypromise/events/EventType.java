package org.privacypromise.events;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every event there is. A consumer ignores a type that it does not know: a topic may carry a new one any day. An
 * incompatible change is a new type beside the old one, with the next {@code v}.
 */
public enum EventType {
    PREFERENCES_STATE("preferences.state.v1", "preferences.state.v1", PreferencesState.class),
    CHOICES_CHANGED("preferences.choices-changed.v1", "preferences.events.v1", ChoicesChanged.class),
    CHOICES_ACKNOWLEDGED(
            "preferences.choices-acknowledged.v1", "preferences.acks.{system}.v1", ChoicesAcknowledged.class),
    MARKETING_SENT("marketing.sent.v1", "marketing.sent.v1", MarketingSent.class),
    CUSTOMER_ID_ALLOCATED("identity.customer-id-allocated.v1", "identity.events.v1", CustomerIdAllocated.class),
    CONTACT_POINT_RECORDED("identity.contact-point-recorded.v1", "identity.events.v1", ContactPointRecorded.class),
    ACCOUNT_LINKED("identity.account-linked.v1", "identity.events.v1", AccountLinked.class),
    VERIFICATION_CONCLUDED("identity.verification-concluded.v1", "identity.events.v1", VerificationConcluded.class),
    REQUEST_RECEIVED("requests.request-received.v1", "requests.events.v1", RequestReceived.class),
    REQUEST_STATUS_CHANGED("requests.request-status-changed.v1", "requests.events.v1", RequestStatusChanged.class),
    SUBJECT_TASK("requests.task.v1", "requests.tasks.{system}.v1", SubjectTask.class),
    TASK_ANSWERED("requests.task-answered.v1", "requests.task-results.{system}.v1", TaskAnswered.class),
    SCREENING_CONCLUDED("fraud.screening-concluded.v1", "fraud.verdicts.v1", ScreeningConcluded.class),
    SUBJECT_ERASED("privacy.subject-erased.v1", "privacy.erasures.v1", SubjectErased.class);

    private static final String SYSTEM = "{system}";
    private static final String SYSTEM_NAME = "[a-z][a-z0-9-]{0,62}";

    private final String typeName;
    private final String address;
    private final Pattern owned;
    private final Class<? extends Event> recordClass;

    EventType(String typeName, String address, Class<? extends Event> recordClass) {
        this.typeName = typeName;
        this.address = address;
        this.owned = Pattern.compile("\\Q" + address.replace(SYSTEM, "\\E(" + SYSTEM_NAME + ")\\Q") + "\\E");
        this.recordClass = recordClass;
    }

    /** What {@code ce_type} says, such as {@code preferences.state.v1}. */
    public String typeName() {
        return typeName;
    }

    /** The channel's address in {@code asyncapi.yaml}: a topic, or a pattern of topics with {@code {system}} in it. */
    public String address() {
        return address;
    }

    /**
     * The topic of an event that has one topic only.
     *
     * @throws IllegalStateException if each system has its own
     */
    public String topic() {
        if (address.contains(SYSTEM)) {
            throw new IllegalStateException(typeName + " has a topic per system");
        }
        return address;
    }

    /**
     * The topic of this system on which the event is published, by the system itself or for it.
     *
     * @throws IllegalArgumentException if that is no name of a system
     * @throws IllegalStateException if the event's topic is not per system
     */
    public String topic(String system) {
        if (!address.contains(SYSTEM)) {
            throw new IllegalStateException(typeName + " has one topic for all");
        }
        if (!system.matches(SYSTEM_NAME)) {
            throw new IllegalArgumentException("the name of a system is made of a-z 0-9 -");
        }
        return address.replace(SYSTEM, system);
    }

    /** The system that owns this topic; empty if the topic is not one of this event's. */
    public Optional<String> systemOf(String topic) {
        Matcher match = owned.matcher(topic);
        return match.matches() && match.groupCount() == 1 ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** What {@code ce_dataschema} says: the {@code $id} of the JSON Schema. */
    public String schema() {
        return "urn:privacy-promise:schema:" + typeName;
    }

    /** Where the JSON Schema lies on the class path. */
    public String schemaResource() {
        return "schemas/" + typeName + ".schema.json";
    }

    public Class<? extends Event> recordClass() {
        return recordClass;
    }

    /** Whether Kafka keeps the latest record of each key for ever, and a record without a value means "forget". */
    public boolean compacted() {
        return this == PREFERENCES_STATE;
    }

    /** Whether Kafka keeps every record for ever: a ledger that must outlive all backups. */
    public boolean keptForEver() {
        return this == SUBJECT_ERASED;
    }

    /** The type with this name; empty for one that this version does not know, which a consumer ignores. */
    public static Optional<EventType> named(String typeName) {
        return Arrays.stream(values())
                .filter(type -> type.typeName.equals(typeName))
                .findFirst();
    }

    /** The type of the events of this class. */
    static EventType of(Class<? extends Event> recordClass) {
        return Arrays.stream(values())
                .filter(type -> type.recordClass == recordClass)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(recordClass.getSimpleName() + " is no event record"));
    }
}
