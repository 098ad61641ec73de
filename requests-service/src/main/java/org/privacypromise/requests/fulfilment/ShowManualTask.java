package org.privacypromise.requests.fulfilment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.register.ByHand;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.requests.lifecycle.RequestRepository;

/** Tells people what they have to do for a task, and about whom; only while it is theirs to do. */
@ApplicationScoped
public class ShowManualTask {

    private static final String WITHOUT_INSTRUCTIONS =
            "The system could not do this itself. Do it there by hand, for everything that is known under these IDs.";

    private final TaskRepository tasks;
    private final FulfilmentRepository fulfilments;
    private final RequestRepository requests;
    private final KeptSubjects keptSubjects;
    private final PurposeRegister register;

    ShowManualTask(
            TaskRepository tasks,
            FulfilmentRepository fulfilments,
            RequestRepository requests,
            KeptSubjects keptSubjects,
            PurposeRegister register) {
        this.tasks = tasks;
        this.fulfilments = fulfilments;
        this.requests = requests;
        this.keptSubjects = keptSubjects;
        this.register = register;
    }

    /**
     * A task as people do it.
     *
     * @param instructions in plain words
     * @param customerIds whose data; all of it is the same person. Empty once it is done
     * @param mayKeep what an erasure may leave, by which rule of the register
     * @param tell recipients who are to be told of an erasure, by name
     * @param proposed what one person says was done and a second one has to confirm
     * @param proposedBy that person, by the subject of their token
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ManualTaskView(
            TaskView task,
            SubjectTask.Operation operation,
            @Nullable String instructions,
            boolean fourEyes,
            LocalDate dueDate,
            List<String> customerIds,
            List<String> contactRefs,
            List<String> categories,
            List<SubjectTask.Exemption> mayKeep,
            List<String> tell,
            @Nullable TaskAnswered proposed,
            @Nullable String proposedBy) {}

    Uni<ManualTaskView> show(UUID id) {
        return Panache.withSession(() -> tasks.findById(id)
                .onItem()
                .ifNull()
                .failWith(HandWorkRefused::notFound)
                .chain(task -> fulfilments
                        .findById(task.requestId)
                        .chain(fulfilment -> whose(fulfilment, task)
                                .chain(whose -> requests.findById(task.requestId)
                                        .map(request -> view(task, whose, request.dueDate()))))));
    }

    private Uni<Whose> whose(Fulfilment fulfilment, Task task) {
        boolean atWork = task.isByHand() && (task.isWithSystem() || task.state() == TaskState.FAILED);
        if (!atWork) {
            return Uni.createFrom().item(new Whose(List.of(), List.of()));
        }
        return task.operation() == SubjectTask.Operation.RELEASE
                ? keptSubjects.read(fulfilment)
                : Uni.createFrom().item(new Whose(fulfilment.customerIds(), fulfilment.contactRefs()));
    }

    private ManualTaskView view(Task task, Whose whose, LocalDate dueDate) {
        boolean erases = task.operation() == SubjectTask.Operation.ERASURE;
        return new ManualTaskView(
                TaskView.from(task),
                task.operation(),
                task.isByHand() ? instructions(task) : null,
                byHand(task).map(ByHand::fourEyes).orElse(false),
                dueDate,
                whose.customerIds(),
                whose.contactRefs(),
                Plan.categories(register, task.system),
                erases ? Plan.keeps(register, task.system) : List.of(),
                erases ? recipients(task) : List.of(),
                task.proposal(),
                task.proposedBy());
    }

    private Optional<ByHand> byHand(Task task) {
        return register.system(task.system).map(RegisteredSystem::byHand);
    }

    private String instructions(Task task) {
        return byHand(task)
                .map(hand -> hand.instruction(Plan.operationOfRegister(task.operation())))
                .map(text -> text.in(register.defaultLanguage().tag()).text())
                .orElse(WITHOUT_INSTRUCTIONS);
    }

    private List<String> recipients(Task task) {
        return register.system(task.system).stream()
                .flatMap(system -> system.passesOn().stream())
                .flatMap(key -> register.recipient(key).stream())
                .map(recipient ->
                        recipient.name().in(register.defaultLanguage().tag()).text())
                .toList();
    }
}
