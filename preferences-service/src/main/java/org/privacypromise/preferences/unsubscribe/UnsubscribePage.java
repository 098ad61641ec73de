package org.privacypromise.preferences.unsubscribe;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.privacypromise.preferences.purpose.ChoiceWording.Names;

/** What a person sees who follows an unsubscribe link, in one of the languages of {@link UnsubscribeMessages}. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class UnsubscribePage {

    private UnsubscribePage() {}

    /** Asks, with one button; nothing has happened yet. */
    static TemplateInstance confirm(String language, Names message) {
        return unsubscribeConfirm(language, message).setLocale(language);
    }

    static TemplateInstance done(String language, Names message) {
        return unsubscribeDone(language, message).setLocale(language);
    }

    static TemplateInstance unknown(String language) {
        return unsubscribeUnknown(language).setLocale(language);
    }

    private static native TemplateInstance unsubscribeConfirm(String language, Names message);

    private static native TemplateInstance unsubscribeDone(String language, Names message);

    private static native TemplateInstance unsubscribeUnknown(String language);
}
