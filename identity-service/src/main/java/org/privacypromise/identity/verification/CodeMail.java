package org.privacypromise.identity.verification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.privacypromise.identity.mail.Content;
import org.privacypromise.identity.verification.code.Code;

/** The mail with the code. It is the same for everybody, and says what to do if it was somebody else who asked. */
@CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class CodeMail {

    private static final String SUBJECT = "Your code";

    private CodeMail() {}

    static native TemplateInstance verificationCode(String code, Purpose purpose);

    static Content of(Code code, Purpose purpose) {
        return new Content(SUBJECT, verificationCode(code.reveal(), purpose).render(), null);
    }
}
