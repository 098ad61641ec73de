package org.privacypromise.requests.rectification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param category the data category's key in the register
 * @param field which piece of it, in the person's words
 * @param wrong what stands there now, if the person says so
 * @param right what is right
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Correction(
        @Nullable String category,
        @Nullable String field,
        @JsonProperty("old") @Nullable String wrong,
        @JsonProperty("new") @Nullable String right) {

    private static final int LONGEST = 2_000;

    boolean isComplete() {
        return category != null && isText(field) && isText(right) && (wrong == null || wrong.length() <= LONGEST);
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }
}
