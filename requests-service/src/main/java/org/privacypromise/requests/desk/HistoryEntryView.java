package org.privacypromise.requests.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.history.RequestAccess;
import org.privacypromise.requests.lifecycle.RequestHistory;

/**
 * Something that happened to a request, or a look at it.
 *
 * @param what the step of the request, or what somebody of the staff did
 * @param account of whoever did it; absent if nobody of the staff did
 * @param from what it changed, as it was
 * @param to the same, as it was afterwards
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryEntryView(
        Instant at,
        String what,
        @Nullable String account,
        @Nullable String role,
        @Nullable String purpose,
        @Nullable String from,
        @Nullable String to) {

    static HistoryEntryView of(RequestHistory step) {
        return new HistoryEntryView(
                step.at(),
                step.event(),
                step.staff(),
                null,
                null,
                step.fromStatus() == null ? null : step.fromStatus().name(),
                step.toStatus().name());
    }

    static HistoryEntryView of(RequestAccess access) {
        return new HistoryEntryView(
                access.at(),
                access.deed().name(),
                access.account(),
                access.role(),
                access.purpose(),
                access.before(),
                access.after());
    }
}
