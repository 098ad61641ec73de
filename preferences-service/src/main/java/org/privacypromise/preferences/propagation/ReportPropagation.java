package org.privacypromise.preferences.propagation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.privacypromise.preferences.propagation.PropagationReportView.SystemView;
import org.privacypromise.preferences.propagation.PropagationStatusRepository.Status;
import org.privacypromise.preferences.propagation.lag.LagDistribution;

/** Tells how well the systems follow, from what was counted; nothing is counted for it. */
@ApplicationScoped
class ReportPropagation {

    private final Propagation propagation;
    private final LagRepository lags;
    private final PropagationStatusRepository statuses;
    private final Clock clock;

    ReportPropagation(Propagation propagation, LagRepository lags, PropagationStatusRepository statuses, Clock clock) {
        this.propagation = propagation;
        this.lags = lags;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** The durations are those of the current hour and as many hours before it as make up this time. */
    @WithSession
    Uni<PropagationReportView> over(Duration time) {
        Instant since = clock.instant().minus(time).truncatedTo(ChronoUnit.HOURS);
        return lags.since(since)
                .chain(measured ->
                        statuses.all().map(counted -> new PropagationReportView(since, report(measured, counted))));
    }

    private List<SystemView> report(Map<String, LagDistribution> measured, List<Status> counted) {
        Map<String, Status> statusOf = counted.stream().collect(Collectors.toMap(Status::system, Function.identity()));
        return propagation.targets().entrySet().stream()
                .map(system -> SystemView.of(
                        system.getKey(),
                        propagation.nameOf(system.getKey()),
                        system.getValue(),
                        measured.getOrDefault(system.getKey(), LagDistribution.empty()),
                        statusOf.get(system.getKey())))
                .toList();
    }
}
