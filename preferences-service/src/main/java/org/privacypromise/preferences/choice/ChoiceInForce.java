package org.privacypromise.preferences.choice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a subject in one cell, whether they chose it or it is what holds for those who never did.
 *
 * @param changeable whether the customer decides; a service message they need cannot be switched off
 * @param newChoiceNeeded whether it is off only because the notice has changed since the customer last decided about it,
 *     or could: they are to be asked, and it stays off until they answer
 * @param since null for somebody whom we have told no system about yet
 */
public record ChoiceInForce(
        String purpose,
        String channel,
        String brand,
        boolean allowed,
        boolean changeable,
        boolean newChoiceNeeded,
        @Nullable Instant since) {}
