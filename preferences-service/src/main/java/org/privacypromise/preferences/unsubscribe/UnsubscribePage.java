package org.privacypromise.preferences.unsubscribe;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What a person sees who follows an unsubscribe link. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class UnsubscribePage {

    private UnsubscribePage() {}

    /** Asks, with one button; nothing has happened yet. */
    static native TemplateInstance unsubscribeConfirm(MessageKind message);

    static native TemplateInstance unsubscribeDone(MessageKind message);

    static native TemplateInstance unsubscribeUnknown();

    /** What the messages are that somebody no longer wants, in words. */
    record MessageKind(String language, String purpose, String channel, String brand) {}
}
