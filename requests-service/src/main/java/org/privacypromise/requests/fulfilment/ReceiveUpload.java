package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.requests.document.NotSubjectDataException;
import org.privacypromise.requests.document.SubjectDataReader;
import org.privacypromise.requests.safekeeping.ContentWriter;
import org.privacypromise.requests.safekeeping.Safekeeping;
import org.privacypromise.requests.safekeeping.SealedContent;

/**
 * Takes what a system hands over for its task, as it comes, into safe keeping. All of it counts or nothing: a transfer
 * that breaks off, is too large or is no such document leaves nothing behind.
 */
@ApplicationScoped
class ReceiveUpload {

    static final ProblemType TASK_CLOSED = new ProblemType("task-closed", 409, "This task takes no data (any more)");
    static final ProblemType ALREADY_UPLOADED =
            new ProblemType("already-uploaded", 409, "Other data was uploaded for this task before");
    static final ProblemType NOT_SUBJECT_DATA =
            new ProblemType("not-subject-data", 422, "The body is not a document of a person's data");

    private final FulfilmentRepository fulfilments;
    private final TaskRepository tasks;
    private final Safekeeping safekeeping;
    private final PurposeRegister register;
    private final long limit;

    ReceiveUpload(
            FulfilmentRepository fulfilments,
            TaskRepository tasks,
            Safekeeping safekeeping,
            PurposeRegister register,
            UploadConfig config) {
        this.fulfilments = fulfilments;
        this.tasks = tasks;
        this.safekeeping = safekeeping;
        this.register = register;
        this.limit = config.maxSize().asLongValue();
    }

    /** @param client which system's credentials the data came with */
    Uni<UploadView> receive(UUID taskId, String client, Multi<byte[]> body) {
        return Panache.withSession(() -> tasks.findById(taskId).map(task -> admitted(task, client)))
                .chain(task -> receive(task, body));
    }

    /** What a person has found by hand and hands over in the system's place. */
    Uni<UploadView> receiveByHand(UUID taskId, Multi<byte[]> body) {
        return Panache.withSession(() -> tasks.findById(taskId).map(ReceiveUpload::admittedByHand))
                .chain(task -> receive(task, body));
    }

    /** Where the data of this task lies; fails with a problem if there is none, or none any more. */
    Uni<UUID> find(UUID taskId) {
        return Panache.withSession(() -> tasks.findById(taskId))
                .map(task -> Optional.ofNullable(task).map(Task::upload).orElseThrow(HandWorkRefused::notFound));
    }

    Multi<byte[]> read(UUID upload) {
        return safekeeping.read(upload);
    }

    private Uni<UploadView> receive(Task task, Multi<byte[]> body) {
        return safekeeping
                .open(task.requestId, "task:" + task.id)
                .chain(content -> copy(body, content, new SubjectDataReader(task.system, new Unheard()))
                        .chain(content::finish)
                        .chain(stored -> Panache.withTransaction(() -> attach(task, stored)))
                        .onFailure()
                        .call(() -> content.abandon().onFailure().recoverWithNull()));
    }

    private static final class Unheard implements SubjectDataReader.Listener {}

    private Task admitted(@Nullable Task task, String client) {
        if (task == null
                || task.isByHand()
                || register.system(task.system)
                        .map(RegisteredSystem::client)
                        .filter(client::equals)
                        .isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it.");
        }
        requireOpen(task);
        return task;
    }

    private static void requireOpen(Task task) {
        if (!task.isOpenForUpload()) {
            throw closed();
        }
    }

    private static Task admittedByHand(@Nullable Task task) {
        if (task == null || !task.isByHand()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it.");
        }
        requireOpen(task);
        return task;
    }

    private static ProblemException closed() {
        return new ProblemException(
                TASK_CLOSED,
                "Upload only while a task of access is with you; there is nothing to upload for this one.");
    }

    private Uni<Void> copy(Multi<byte[]> body, ContentWriter content, SubjectDataReader reader) {
        return body.onItem()
                .transformToUniAndConcatenate(piece -> {
                    requireSize(content.bytes() + piece.length);
                    check(() -> reader.feed(piece));
                    return content.write(piece);
                })
                .collect()
                .last()
                .invoke(() -> check(reader::finish))
                .replaceWithVoid();
    }

    private void requireSize(long bytes) {
        if (bytes > limit) {
            throw tooLarge(limit);
        }
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(ProblemType.TOO_LARGE, "Send at most " + limit + " bytes at once.");
    }

    private static void check(Runnable read) {
        try {
            read.run();
        } catch (NotSubjectDataException e) {
            throw new ProblemException(
                    NOT_SUBJECT_DATA, "Send what GET /schemas/subject-data describes. The fault: " + e.getMessage());
        }
    }

    private Uni<UploadView> attach(Task admitted, SealedContent sealed) {
        return fulfilments
                .lock(admitted.requestId)
                .chain(() -> tasks.findById(admitted.id))
                .chain(task -> {
                    requireOpen(task);
                    String known = task.uploadSha256();
                    if (known == null) {
                        task.uploaded(sealed);
                        return Uni.createFrom().item(new UploadView(sealed.sha256(), sealed.bytes(), false));
                    }
                    if (!known.equals(sealed.sha256())) {
                        throw new AlreadyUploadedException(known);
                    }
                    return safekeeping.discard(sealed.id()).replaceWith(new UploadView(known, sealed.bytes(), true));
                });
    }
}
