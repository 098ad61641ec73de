package org.privacypromise.preferences.purpose;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.privacypromise.register.Brand;
import org.privacypromise.register.Channel;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.Text;
import org.privacypromise.register.Wording;

/** Names in words what a choice names by keys. A key that the register has dropped since then is shown as it is. */
@ApplicationScoped
public class ChoiceWording {

    /** Of a key, which is in no language (BCP 47: no linguistic content). */
    private static final String NO_LANGUAGE = "zxx";

    private final PurposeRegister register;

    ChoiceWording(PurposeRegister register) {
        this.register = register;
    }

    /** What a choice is about; each name says which language it is in. */
    public record Names(Wording purpose, Wording channel, Wording brand) {}

    /** In the register's own language, in which every text exists. */
    public Names of(String purpose, String channel, String brand) {
        return of(purpose, channel, brand, register.defaultLanguage().tag());
    }

    /** In the reader's language, as far as the register has it. */
    public Names of(String purpose, String channel, String brand, String language) {
        return new Names(
                name(
                        purpose,
                        register.purposes(),
                        Purpose::key,
                        one -> one.explanation().name(),
                        language),
                name(channel, register.channels(), Channel::key, Channel::name, language),
                name(brand, register.brands(), Brand::key, Brand::name, language));
    }

    private static <T> Wording name(
            String key, List<T> entries, Function<T, String> keyOf, Function<T, Text> nameOf, String language) {
        return entries.stream()
                .filter(entry -> keyOf.apply(entry).equals(key))
                .findFirst()
                .map(entry -> nameOf.apply(entry).in(language))
                .orElseGet(() -> new Wording(NO_LANGUAGE, key));
    }
}
