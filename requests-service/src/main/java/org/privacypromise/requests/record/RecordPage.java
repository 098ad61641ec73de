package org.privacypromise.requests.record;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The record as a page to read and print. Everything in it is escaped. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class RecordPage {

    private RecordPage() {}

    static native TemplateInstance recordOfProcessing(ProcessingRecordView page);
}
