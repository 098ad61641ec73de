package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.outbox.EventHandler;
import org.privacypromise.outbox.Inbox;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.outbox.ReceivedEvent;
import org.privacypromise.register.PurposeRegister;

/**
 * Takes the systems' answers to their tasks. Which system speaks is told by its topic, which no other can write to,
 * whatever the event says.
 */
@ApplicationScoped
class TaskResultConsumer implements EventHandler {

    private final Inbox inbox;
    private final AnswerTask answers;
    private final PurposeRegister register;

    TaskResultConsumer(Inbox inbox, AnswerTask answers, PurposeRegister register) {
        this.inbox = inbox;
        this.answers = answers;
        this.register = register;
    }

    @Incoming("task-results")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.receive(this, record);
    }

    @Override
    public String consumer() {
        return "task-results";
    }

    @Override
    public Uni<Void> handle(ReceivedEvent event) {
        String system = EventType.TASK_ANSWERED
                .systemOf(event.topic())
                .filter(key -> register.system(key).isPresent())
                .orElseThrow(() -> new PoisonEventException("the topic belongs to no system of the purpose register"));
        if (!event.type().equals(EventType.TASK_ANSWERED.typeName()) || event.payload() == null) {
            return Uni.createFrom().voidItem();
        }
        return answers.answer(system, EventJson.read(TaskAnswered.class, event.payload()));
    }
}
