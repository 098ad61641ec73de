package org.privacypromise.kubernetes;

import static org.privacypromise.events.EventType.CHOICES_ACKNOWLEDGED;
import static org.privacypromise.events.EventType.CHOICES_CHANGED;
import static org.privacypromise.events.EventType.CUSTOMER_ID_ALLOCATED;
import static org.privacypromise.events.EventType.MARKETING_SENT;
import static org.privacypromise.events.EventType.PREFERENCES_STATE;
import static org.privacypromise.events.EventType.REQUEST_RECEIVED;
import static org.privacypromise.events.EventType.SCREENING_CONCLUDED;
import static org.privacypromise.events.EventType.SUBJECT_ERASED;
import static org.privacypromise.events.EventType.SUBJECT_TASK;
import static org.privacypromise.events.EventType.TASK_ANSWERED;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.privacypromise.events.EventType;
import org.privacypromise.register.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;

/**
 * Who may read and write which topic. A topic's ACL is its authentication, so each is literal: a prefix would let one
 * system answer for another whose name begins with its own.
 */
final class UserManifests {

    private final PurposeRegister register;

    UserManifests(PurposeRegister register) {
        this.register = register;
    }

    List<Map<String, ?>> all() {
        Stream<KafkaAccount> services = Stream.of(
                service("identity", List.of(), List.of(CUSTOMER_ID_ALLOCATED)),
                service(
                        "preferences",
                        List.of(CUSTOMER_ID_ALLOCATED, CHOICES_ACKNOWLEDGED, MARKETING_SENT),
                        List.of(PREFERENCES_STATE, CHOICES_CHANGED)),
                service(
                        "requests",
                        List.of(CUSTOMER_ID_ALLOCATED, SCREENING_CONCLUDED, TASK_ANSWERED),
                        List.of(REQUEST_RECEIVED, SUBJECT_TASK, SUBJECT_ERASED)),
                service("fraud-check", List.of(CUSTOMER_ID_ALLOCATED), List.of(SCREENING_CONCLUDED)));
        Stream<KafkaAccount> systems =
                register.systems().stream().filter(system -> !system.suite()).map(UserManifests::system);
        return Stream.concat(services, systems).map(KafkaAccount::manifest).toList();
    }

    /** Each service is a system, too: it does the tasks about what it holds itself, and follows the ledger of erasures. */
    private KafkaAccount service(String system, List<EventType> reads, List<EventType> writes) {
        KafkaAccount account = new KafkaAccount(system + "-service", true);
        reads.forEach(event -> topics(event).forEach(account::reads));
        account.reads(SUBJECT_ERASED.topic());
        account.reads(SUBJECT_TASK.topic(system));
        writes.forEach(event -> topics(event).forEach(account::writes));
        account.writes(TASK_ANSWERED.topic(system));
        return account;
    }

    private Stream<String> topics(EventType event) {
        return SystemTopics.named(event.address(), register);
    }

    private static KafkaAccount system(RegisteredSystem system) {
        KafkaAccount account = new KafkaAccount(system.key(), false);
        if (system.takesPartIn(Operation.PREFERENCES)) {
            account.reads(PREFERENCES_STATE.topic());
            account.writes(CHOICES_ACKNOWLEDGED.topic(system.key()));
            account.writes(MARKETING_SENT.topic());
        }
        if (system.takesPartIn(Operation.ACCESS) || system.takesPartIn(Operation.ERASURE)) {
            account.reads(SUBJECT_TASK.topic(system.key()));
            account.writes(TASK_ANSWERED.topic(system.key()));
        }
        return account;
    }
}
