package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.Event;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.outbox.Outbox;
import org.privacypromise.outbox.OutboxEvent;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.rectification.Corrections;
import org.privacypromise.subjecttasks.SubjectRefs;

/** Tells systems what to do, and the ledger of erasures what is done, if and only if the caller's transaction commits. */
@ApplicationScoped
class PublishTask {

    private final Outbox outbox;
    private final KeptSubjects keptSubjects;
    private final KeptDataRepository kept;
    private final Corrections corrections;
    private final PurposeRegister register;
    private final SubjectRefs refs;
    private final Clock clock;

    PublishTask(
            Outbox outbox,
            KeptSubjects keptSubjects,
            KeptDataRepository kept,
            Corrections corrections,
            PurposeRegister register,
            SubjectRefs refs,
            Clock clock) {
        this.outbox = outbox;
        this.keptSubjects = keptSubjects;
        this.kept = kept;
        this.corrections = corrections;
        this.register = register;
        this.refs = refs;
        this.clock = clock;
    }

    /** To the system's own topic. */
    Uni<Void> issued(Request request, Fulfilment fulfilment, Task task) {
        if (task.operation() == Operation.RELEASE) {
            return released(request, fulfilment, task);
        }
        boolean erases = task.operation() == Operation.ERASURE || task.operation() == Operation.PROBE;
        return categories(task)
                .chain(categories -> publish(
                        request,
                        task,
                        new Whose(fulfilment.customerIds(), fulfilment.contactRefs()),
                        categories,
                        erases ? Plan.keeps(register, task.system) : List.of()));
    }

    private Uni<List<String>> categories(Task task) {
        List<String> held = Plan.categories(register, task.system);
        return task.operation() == Operation.RECTIFICATION
                ? corrections
                        .categories(task.requestId)
                        .map(about -> held.stream().filter(about::contains).toList())
                : Uni.createFrom().item(held);
    }

    private Uni<Void> released(Request request, Fulfilment fulfilment, Task task) {
        return kept.of(request.id())
                .chain(all -> keptSubjects
                        .read(fulfilment)
                        .chain(whose -> publish(
                                request,
                                task,
                                whose,
                                all.stream()
                                        .filter(one -> one.isReleasing(task.system))
                                        .map(KeptData::category)
                                        .toList(),
                                all.stream()
                                        .filter(one -> one.stays(task.system))
                                        .map(KeptData::exemption)
                                        .toList())));
    }

    private Uni<Void> publish(
            Request request, Task task, Whose whose, List<String> categories, List<SubjectTask.Exemption> keep) {
        Instant now = clock.instant();
        SubjectTask event = new SubjectTask(
                task.id.toString(),
                request.id().toString(),
                task.version(),
                task.operation(),
                whose.customerIds(),
                whose.contactRefs(),
                categories,
                keep,
                now,
                request.dueDate(),
                recipients(task));
        return append(event, event.type().topic(task.system), now);
    }

    // Whoever was told something about the person is told that it is no longer right (Art. 19).
    private @Nullable List<String> recipients(Task task) {
        return switch (task.operation()) {
            case ACCESS, PROBE, UNKNOWN -> null;
            case ERASURE, RELEASE, RECTIFICATION, RESTRICTION, RESTRICTION_LIFTING ->
                register.system(task.system)
                        .map(RegisteredSystem::passesOn)
                        .filter(keys -> !keys.isEmpty())
                        .orElse(null);
        };
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
