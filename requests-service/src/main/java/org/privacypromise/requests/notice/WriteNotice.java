package org.privacypromise.requests.notice;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.clock.LawInWords;
import org.privacypromise.requests.lifecycle.Request;

/**
 * Writes mails in the person's language, from {@code templates/notice/<language>/<kind>.txt}; the first line of each is its
 * subject.
 */
@Singleton
class WriteNotice {

    private final Engine templates;
    private final PurposeRegister register;
    private final LawInWords law;

    WriteNotice(Engine templates, PurposeRegister register, LawInWords law) {
        this.templates = templates;
        this.register = register;
        this.law = law;
    }

    /** Subject and text; fails if the template asks for something that is not in the data. */
    Uni<Letter> write(List<Request> together, NoticeKind kind, Map<String, Object> data) {
        Request first = together.getFirst();
        Template template = Objects.requireNonNull(
                templates.getTemplate("notice/" + NoticeLanguage.of(first.language()) + "/" + kind.template() + ".txt"),
                kind::template);
        TemplateInstance letter =
                template.instance().data("request", RequestInWords.of(together, register.controller(), law));
        data.forEach(letter::data);
        return letter.createUni().map(WriteNotice::split);
    }

    private static Letter split(String rendered) {
        String[] subjectAndText = rendered.strip().split("\n", 2);
        return new Letter(subjectAndText[0].strip(), subjectAndText[1].strip() + "\n");
    }

    record Letter(String subject, String text) {}
}
