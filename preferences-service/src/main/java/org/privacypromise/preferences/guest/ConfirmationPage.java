package org.privacypromise.preferences.guest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.privacypromise.preferences.purpose.ChoiceWording.Names;

/** What a person sees who follows a confirmation link, in one of the languages of {@link ConfirmationMessages}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ConfirmationPage {

    private ConfirmationPage() {}

    /** Asks, with one button; nothing has happened yet. */
    static TemplateInstance ask(String language, List<Names> asked) {
        return confirmationAsk(language, asked).setLocale(language);
    }

    static TemplateInstance done(String language, List<Names> asked) {
        return confirmationDone(language, asked).setLocale(language);
    }

    static TemplateInstance over(String language) {
        return confirmationOver(language).setLocale(language);
    }

    static TemplateInstance unknown(String language) {
        return confirmationUnknown(language).setLocale(language);
    }

    private static native TemplateInstance confirmationAsk(String language, List<Names> asked);

    private static native TemplateInstance confirmationDone(String language, List<Names> asked);

    private static native TemplateInstance confirmationOver(String language);

    private static native TemplateInstance confirmationUnknown(String language);
}
