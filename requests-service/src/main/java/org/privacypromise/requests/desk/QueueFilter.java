package org.privacypromise.requests.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.alert.Level;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;

/**
 * Which requests somebody wants to see. What is null does not matter.
 *
 * @param stage where they are; null: wherever they are open
 * @param dueBefore the day before which they must be answered
 * @param system one that has not answered its task yet
 * @param assignee the account of who has them in hand, or {@link #NOBODY}
 * @param alert a level that they have come to
 */
record QueueFilter(
        @Nullable Right right,
        @Nullable String place,
        @Nullable Status stage,
        @Nullable LocalDate dueBefore,
        @Nullable String system,
        @Nullable String assignee,
        @Nullable Level alert) {

    static final String NOBODY = "nobody";

    /** The same filter as the parameters of a query. */
    String query() {
        return named().entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
    }

    private Map<String, Object> named() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("right", right);
        all.put("place", place);
        all.put("stage", stage);
        all.put("dueBefore", dueBefore);
        all.put("system", system);
        all.put("assignee", assignee);
        all.put("alert", alert);
        Map<String, Object> named = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null) {
                named.put(name, value);
            }
        });
        return named;
    }
}
