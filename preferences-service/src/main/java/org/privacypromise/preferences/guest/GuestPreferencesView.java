package org.privacypromise.preferences.guest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;

/**
 * What has become of what somebody filled in.
 *
 * @param confirmationUrl to be sent to the contact point, and shown nowhere else; not there if nothing is pending
 * @param confirmBefore until when that link works
 */
@RegisterForReflection(targets = {GuestPreferencesView.class, GuestPreferencesView.GuestChoiceView.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
record GuestPreferencesView(
        List<GuestChoiceView> choices,
        @Nullable URI confirmationUrl,
        @Nullable Instant confirmBefore) {

    /** One cell; {@code pending} is no permission. */
    record GuestChoiceView(String purpose, String channel, String brand, State state) {

        static GuestChoiceView of(Cell cell, State state) {
            return new GuestChoiceView(cell.purpose(), cell.channel(), cell.brand(), state);
        }
    }

    /** What holds. */
    enum State {
        ALLOWED,
        REFUSED,
        PENDING
    }
}
