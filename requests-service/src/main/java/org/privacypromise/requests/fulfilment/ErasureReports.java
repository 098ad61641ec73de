package org.privacypromise.requests.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.exemption.ErasureMail;
import org.privacypromise.requests.exemption.ErasureReport;

/** What an erasure's tasks have come to. */
@ApplicationScoped
class ErasureReports {

    private final PurposeRegister register;

    ErasureReports(PurposeRegister register) {
        this.register = register;
    }

    ErasureReport of(List<Task> tasks) {
        return ErasureReport.of(
                register,
                register.defaultLanguage().tag(),
                tasks.stream()
                        .filter(task -> task.operation() == Operation.ERASURE)
                        .map(task -> new ErasureReport.Part(
                                task.system, task.answer(), task.state() == TaskState.HELD, task.givenUp()))
                        .toList());
    }

    /** For the mail that goes out while the address is still known. */
    String mail(List<Task> tasks) {
        return ErasureMail.text(of(tasks));
    }
}
