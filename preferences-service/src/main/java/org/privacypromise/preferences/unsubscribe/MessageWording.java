package org.privacypromise.preferences.unsubscribe;

import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.preferences.purpose.ChoiceWording;
import org.privacypromise.preferences.unsubscribe.UnsubscribePage.MessageKind;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;

/** Names in words what a token names by keys. */
@ApplicationScoped
class MessageWording {

    private final ChoiceWording wording;

    MessageWording(ChoiceWording wording) {
        this.wording = wording;
    }

    MessageKind of(UnsubscribeToken token) {
        ChoiceWording.Names names = wording.of(token.purpose(), token.channel(), token.brand());
        return new MessageKind(names.language(), names.purpose(), names.channel(), names.brand());
    }
}
