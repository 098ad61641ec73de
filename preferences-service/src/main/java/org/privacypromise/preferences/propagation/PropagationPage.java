package org.privacypromise.preferences.propagation;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.privacypromise.frame.status.StatusPage;
import org.privacypromise.frame.status.StatusTable;
import org.privacypromise.preferences.propagation.PropagationStatusRepository.Status;

/** {@code /q/privacy/propagation}: how far each system is behind what customers have chosen. */
@Singleton
class PropagationPage implements StatusPage {

    private final Propagation propagation;
    private final PropagationWatch watch;

    PropagationPage(Propagation propagation, PropagationWatch watch) {
        this.propagation = propagation;
        this.watch = watch;
    }

    @Override
    public String name() {
        return "propagation";
    }

    @Override
    public String print(Function<String, Optional<String>> option) {
        StatusTable table = new StatusTable("SYSTEM", "TARGET", "NOT ACKNOWLEDGED", "OVERDUE", "OLDEST SINCE");
        propagation.targets().forEach((system, target) -> {
            Status status = watch.of(system);
            table.row(
                    system,
                    target,
                    status.backlog(),
                    status.overdue(),
                    status.oldestAt() == null ? "-" : status.oldestAt());
        });
        return table.print("No system follows choices.");
    }
}
