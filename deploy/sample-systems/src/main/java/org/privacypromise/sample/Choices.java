package org.privacypromise.sample;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one subject wants to be contacted, as far as this system needs to know. Fields of the event that are of no use
 * here, or that did not exist when this was written, are ignored.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Choices(String key, long version, List<Choice> choices) {

    Choices {
        if (blank(key) || version < 1 || choices == null) {
            throw new IllegalArgumentException("a state has a key, a version and choices");
        }
        choices = List.copyOf(choices); // no nulls either
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Choice(String purpose, String channel, String brand, boolean allowed) {

        Choice {
            if (blank(purpose) || blank(channel) || blank(brand)) {
                throw new IllegalArgumentException("a choice has a purpose, a channel and a brand");
            }
        }
    }

    /** Absence is never permission. */
    boolean allow(String purpose, String channel, String brand) {
        return choices.contains(new Choice(purpose, channel, brand, true));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
