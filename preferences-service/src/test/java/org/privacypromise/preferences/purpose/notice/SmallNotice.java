package org.privacypromise.preferences.purpose.notice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.privacypromise.preferences.purpose.notice.Notice.Basis;
import org.privacypromise.preferences.purpose.notice.Notice.Data;
import org.privacypromise.preferences.purpose.notice.Notice.Named;
import org.privacypromise.preferences.purpose.notice.Notice.Purpose;
import org.privacypromise.preferences.purpose.notice.Notice.Recipient;
import org.privacypromise.preferences.purpose.notice.Notice.Retention;
import org.privacypromise.preferences.purpose.notice.Notice.Way;
import org.privacypromise.register.Language;
import org.privacypromise.register.Text;

/** Notices to compare: as little as is needed, in English and German. */
final class SmallNotice {

    private SmallNotice() {}

    static Notice of(String version, Purpose... purposes) {
        return new Notice(
                version,
                text("The shop", "Der Shop"),
                "GB",
                text("The privacy team", "Das Datenschutz-Team"),
                List.of(new Language("en", "English"), new Language("de", "Deutsch")),
                List.of(new Named("main", text("Main", "Haupt"))),
                List.of(new Named("email", text("E-mail", "E-Mail"))),
                List.of(new Named("user.name", text("Your name", "Dein Name"))),
                List.of(new Recipient("carrier", text("A carrier", "Ein Zusteller"), "FR", null)),
                List.of(new Retention("tax", text("Six years.", "Sechs Jahre."), "P6Y", "year-ended", "Tax Act")),
                List.of(purposes));
    }

    /** A purpose of this key that rests on these bases, and can reach a customer in these ways. */
    static Purpose purpose(String key, List<String> bases, Way... ways) {
        return new Purpose(
                key,
                text("News", "Neues"),
                text("We write.", "Wir schreiben."),
                text("You like it.", "Du magst es."),
                text("You allowed it.", "Du hast es erlaubt."),
                bases.stream()
                        .map(basis -> new Basis(basis, "GDPR Art. 6", null))
                        .toList(),
                bases.isEmpty(),
                List.of(new Data("user.name", false, text("No name.", "Kein Name."))),
                true,
                true,
                false,
                null,
                Arrays.asList(ways),
                List.of("carrier"),
                List.of("tax"));
    }

    /** A way that customers switch. */
    static Way choosable(String channel, boolean unlessChosen) {
        return new Way(channel, "main", true, unlessChosen);
    }

    /** A way that stays on. */
    static Way serviceMessage(String channel) {
        return new Way(channel, "main", false, true);
    }

    static Text text(String english, String german) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        byLanguage.put("en", english);
        byLanguage.put("de", german);
        return new Text("en", byLanguage);
    }
}
