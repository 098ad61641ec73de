package org.privacypromise.preferences.choice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.propagation.PropagationView;

/**
 * What a customer sees of their own preferences.
 *
 * @param version grows with every change; 0 if there has been none. The same as in the {@code ETag}
 * @param choices every choice there is, with what holds in it now
 * @param propagation how far this version has come
 */
public record PreferencesView(
        long version, @Nullable Instant changedAt, List<ChoiceInForce> choices, PropagationView propagation) {}
