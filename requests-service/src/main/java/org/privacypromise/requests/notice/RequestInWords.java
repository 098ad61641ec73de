package org.privacypromise.requests.notice;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.privacypromise.register.Controller;
import org.privacypromise.requests.clock.LawInWords;
import org.privacypromise.requests.clock.StepView;
import org.privacypromise.requests.lifecycle.Request;

/**
 * A request, or several that came together, as the templates of the mails speak of it, in the person's language.
 *
 * @param wish what was asked, within a sentence
 * @param wishes the same, one by one
 */
@TemplateData
@TemplateData(target = RequestInWords.Wish.class)
@TemplateData(target = StepView.class)
record RequestInWords(
        String number,
        String wish,
        List<Wish> wishes,
        LocalDate receivedOn,
        LocalDate dueDate,
        List<StepView> steps,
        String complaints,
        boolean signedIn,
        String controller,
        String contact) {

    /** One right, and by when it is answered. */
    record Wish(String words, LocalDate dueDate) {}

    static RequestInWords of(List<Request> together, Controller controller, LawInWords law) {
        Request request = together.getFirst();
        String language = request.language();
        List<Wish> wishes = together.stream()
                .map(one -> new Wish(RightInWords.of(one.right(), language), one.dueDate()))
                .toList();
        return new RequestInWords(
                request.id().toString(),
                wishes.stream().map(Wish::words).collect(Collectors.joining(", ")),
                wishes,
                request.derivation().facts().received(),
                request.dueDate(),
                law.steps(request.derivation(), language),
                law.complaints(request.regime(), request.place(), language),
                request.customerId() != null,
                controller.nameText().in(language).text(),
                controller.contactText().in(language).text());
    }
}
