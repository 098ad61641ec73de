package org.privacypromise.preferences.choice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.register.LegalBasis;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.Wording;

/**
 * A cell as the customer sees it.
 *
 * @param changeable whether the customer decides; if not, {@code why} says what for it is sent all the same
 * @param newChoiceNeeded whether the customer is to be asked again, since the notice has changed
 * @param since null for somebody whom we have told no system about yet
 * @param legalBases on what the purpose rests; empty while the controller has yet to decide
 * @param why null if the customer decides
 */
public record ChoiceView(
        String purpose,
        String channel,
        String brand,
        boolean allowed,
        boolean changeable,
        boolean newChoiceNeeded,
        @Nullable Instant since,
        List<LegalBasis> legalBases,
        @Nullable Wording why) {

    static ChoiceView from(ChoiceInForce choice, Purpose purpose, String language) {
        var serviceMessage = choice.changeable() ? null : purpose.reach().serviceMessage();
        return new ChoiceView(
                choice.purpose(),
                choice.channel(),
                choice.brand(),
                choice.allowed(),
                choice.changeable(),
                choice.newChoiceNeeded(),
                choice.since(),
                purpose.grounds().stream().map(ground -> ground.basis()).toList(),
                serviceMessage == null ? null : serviceMessage.in(language));
    }
}
