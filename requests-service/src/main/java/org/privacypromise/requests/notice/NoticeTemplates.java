package org.privacypromise.requests.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mails' texts; the first line of each is its subject. */
@CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class NoticeTemplates {

    private NoticeTemplates() {}

    static native TemplateInstance received(RequestInWords request);

    static native TemplateInstance signInNeeded(RequestInWords request);

    /** @param link where a guest fetches it; null for a customer, who signs in */
    static native TemplateInstance ready(RequestInWords request, @Nullable String link, String until, int downloads);

    static native TemplateInstance erasureReport(RequestInWords request, String report);

    static native TemplateInstance extended(RequestInWords request, String reason);

    static native TemplateInstance clarificationAsked(RequestInWords request, String question);

    static native TemplateInstance identityAsked(RequestInWords request, String question);

    static native TemplateInstance refused(RequestInWords request, List<String> reasons);
}
