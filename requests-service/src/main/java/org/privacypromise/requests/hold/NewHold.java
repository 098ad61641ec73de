package org.privacypromise.requests.hold;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be held.
 *
 * @param categories data categories of the register; null or empty for everything
 * @param reason why
 * @param authority who demands it, such as a court and its file number
 */
record NewHold(
        @Nullable String customerId,
        @Nullable List<String> categories,
        @Nullable String reason,
        @Nullable String authority) {

    private static final int LONGEST = 2_000;

    List<String> held() {
        return Objects.requireNonNullElse(categories, List.of());
    }

    boolean isComplete() {
        return customerId != null
                && customerId.matches("[A-Za-z0-9._~-]{1,128}")
                && isText(reason)
                && isText(authority);
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }
}
