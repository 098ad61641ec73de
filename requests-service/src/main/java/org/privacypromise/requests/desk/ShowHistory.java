package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.history.RequestAccessRepository;
import org.privacypromise.requests.lifecycle.RequestHistoryRepository;

/** Everything that happened to a request: its own steps, and what the staff looked at and did. */
@ApplicationScoped
class ShowHistory {

    private final OpenFile files;
    private final RequestHistoryRepository steps;
    private final RequestAccessRepository accesses;

    ShowHistory(OpenFile files, RequestHistoryRepository steps, RequestAccessRepository accesses) {
        this.files = files;
        this.steps = steps;
        this.accesses = accesses;
    }

    /** The first thing first; this look is the last. */
    Uni<List<HistoryEntryView>> of(Visit visit) {
        return files.look(
                visit,
                Deed.READ_HISTORY,
                file -> steps.of(visit.request())
                        .chain(taken -> accesses.of(visit.request())
                                .map(noted -> Stream.concat(
                                                taken.stream().map(HistoryEntryView::of),
                                                noted.stream().map(HistoryEntryView::of))
                                        .sorted(Comparator.comparing(HistoryEntryView::at))
                                        .toList())));
    }
}
