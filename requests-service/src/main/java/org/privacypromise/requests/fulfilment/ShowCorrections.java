package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.requests.rectification.CorrectionList;
import org.privacypromise.requests.rectification.Corrections;

/** Tells a system what is right, as far as that is any of its business. */
@ApplicationScoped
class ShowCorrections {

    private final TaskRepository tasks;
    private final Corrections corrections;
    private final PurposeRegister register;

    ShowCorrections(TaskRepository tasks, Corrections corrections, PurposeRegister register) {
        this.tasks = tasks;
        this.corrections = corrections;
        this.register = register;
    }

    /** @param client by whose credentials it is asked for */
    Uni<CorrectionList> forSystem(UUID taskId, String client) {
        return Panache.withSession(() -> tasks.findById(taskId)
                .chain(task -> corrections
                        .of(admitted(task, client).requestId)
                        .map(all -> all.about(Plan.categories(register, task.system)))));
    }

    private Task admitted(@Nullable Task task, String client) {
        if (task == null
                || task.isByHand()
                || task.operation() != Operation.RECTIFICATION
                || !task.isWithSystem()
                || register.system(task.system)
                        .map(RegisteredSystem::client)
                        .filter(client::equals)
                        .isEmpty()) {
            throw HandWorkRefused.notFound();
        }
        return task;
    }
}
