package org.privacypromise.preferences.unsubscribe;

import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.preferences.unsubscribe.UnsubscribePage.MessageKind;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;
import org.privacypromise.register.Brand;
import org.privacypromise.register.Channel;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.Text;

/** Names in words what a token names by keys. A key that the register has dropped since the mail is shown as it is. */
@ApplicationScoped
class MessageWording {

    private final PurposeRegister register;

    MessageWording(PurposeRegister register) {
        this.register = register;
    }

    MessageKind of(UnsubscribeToken token) {
        String language = register.defaultLanguage().tag();
        return new MessageKind(
                language,
                register.purpose(token.purpose())
                        .map(Purpose::explanation)
                        .map(explanation -> in(language, explanation.name()))
                        .orElse(token.purpose()),
                register.channels().stream()
                        .filter(channel -> channel.key().equals(token.channel()))
                        .map(Channel::name)
                        .map(name -> in(language, name))
                        .findFirst()
                        .orElse(token.channel()),
                register.brands().stream()
                        .filter(brand -> brand.key().equals(token.brand()))
                        .map(Brand::name)
                        .map(name -> in(language, name))
                        .findFirst()
                        .orElse(token.brand()));
    }

    private static String in(String language, Text text) {
        return text.in(language).text();
    }
}
