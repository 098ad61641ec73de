package org.privacypromise.requests.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.security.Staff;

/**
 * What was done with a customer's request, as the customer sees it.
 *
 * @param who in which role, in plain words; which person it was is for the auditor
 * @param what in plain words, to be read after {@code who}
 * @param purpose what for, as whoever did it said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessLogView(
        Instant at,
        @Nullable UUID requestId,
        String who,
        String what,
        @Nullable String purpose) {

    static AccessLogView from(RequestAccess line) {
        return new AccessLogView(
                line.at(), line.requestId(), who(line.role()), line.deed().words(), line.purpose());
    }

    private static String who(String role) {
        return switch (role) {
            case Staff.LEAD -> "Somebody who leads our privacy team";
            case Staff.TEAM -> "Somebody of our privacy team";
            case Staff.CARE -> "Somebody of our customer care";
            case Staff.AUDITOR -> "Somebody who checks how we work";
            default -> "Somebody who works for us";
        };
    }
}
