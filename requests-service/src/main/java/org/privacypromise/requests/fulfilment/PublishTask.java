package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.privacypromise.events.Event;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.outbox.Outbox;
import org.privacypromise.outbox.OutboxEvent;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.subjecttasks.SubjectRefs;

/** Tells systems what to do, and the ledger of erasures what is done, if and only if the caller's transaction commits. */
@ApplicationScoped
class PublishTask {

    private final Outbox outbox;
    private final PurposeRegister register;
    private final SubjectRefs refs;
    private final Clock clock;

    PublishTask(Outbox outbox, PurposeRegister register, SubjectRefs refs, Clock clock) {
        this.outbox = outbox;
        this.register = register;
        this.refs = refs;
        this.clock = clock;
    }

    /** To the system's own topic. */
    Uni<Void> issued(Request request, Fulfilment fulfilment, Task task) {
        Instant now = clock.instant();
        SubjectTask event = new SubjectTask(
                task.id.toString(),
                request.id().toString(),
                task.version(),
                Plan.taskOperation(request.right()),
                fulfilment.customerIds(),
                fulfilment.contactRefs(),
                Plan.categories(register, task.system),
                request.right() == Right.ERASURE ? Plan.keeps(register, task.system) : List.of(),
                now,
                request.dueDate());
        return append(event, event.type().topic(task.system), now);
    }

    /** To the ledger that every restored backup is held against. */
    Uni<Void> erased(String subjectKey, SubjectErased.Scope scope) {
        Instant now = clock.instant();
        SubjectErased event = new SubjectErased(refs.refOf(subjectKey), now.toEpochMilli(), scope, now);
        return append(event, event.type().topic(), now);
    }

    private Uni<Void> append(Event event, String topic, Instant now) {
        return outbox.append(new OutboxEvent(
                UUID.randomUUID(),
                topic,
                event.key(),
                event.type().typeName(),
                event.type().schema(),
                now,
                EventJson.write(event)));
    }
}
