package org.privacypromise.preferences.purpose;

import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.register.Brand;
import org.privacypromise.register.Channel;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.Text;

/** Names in words what a choice names by keys. A key that the register has dropped since then is shown as it is. */
@ApplicationScoped
public class ChoiceWording {

    private final PurposeRegister register;

    ChoiceWording(PurposeRegister register) {
        this.register = register;
    }

    /** What a choice is about, in this language. */
    public record Names(String language, String purpose, String channel, String brand) {}

    /** In the register's own language, in which every text exists. */
    public Names of(String purpose, String channel, String brand) {
        String language = register.defaultLanguage().tag();
        return new Names(
                language,
                register.purpose(purpose)
                        .map(Purpose::explanation)
                        .map(explanation -> in(language, explanation.name()))
                        .orElse(purpose),
                register.channels().stream()
                        .filter(one -> one.key().equals(channel))
                        .map(Channel::name)
                        .map(name -> in(language, name))
                        .findFirst()
                        .orElse(channel),
                register.brands().stream()
                        .filter(one -> one.key().equals(brand))
                        .map(Brand::name)
                        .map(name -> in(language, name))
                        .findFirst()
                        .orElse(brand));
    }

    private static String in(String language, Text text) {
        return text.in(language).text();
    }
}
