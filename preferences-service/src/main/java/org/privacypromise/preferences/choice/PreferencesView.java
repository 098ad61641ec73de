package org.privacypromise.preferences.choice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.EverythingOff;
import org.privacypromise.preferences.propagation.PropagationView;

/**
 * What a customer sees of their own preferences.
 *
 * @param version grows with every change; 0 if there has been none. The same as in the {@code ETag}
 * @param choices every choice there is, with what holds in it now
 * @param conflicts what was said differently here and elsewhere, until the customer decides or dismisses it
 * @param propagation how far this version has come
 */
public record PreferencesView(
        long version,
        @Nullable Instant changedAt,
        EverythingView everything,
        List<ChoiceView> choices,
        List<ConflictView> conflicts,
        PropagationView propagation) {

    /**
     * Whether the customer has switched everything off at once; then that can be undone.
     *
     * @param since null if not
     */
    public record EverythingView(boolean off, @Nullable Instant since) {

        static EverythingView from(@Nullable EverythingOff off) {
            return new EverythingView(off != null, off == null ? null : off.since());
        }
    }
}
