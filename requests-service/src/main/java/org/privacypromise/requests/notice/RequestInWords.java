package org.privacypromise.requests.notice;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Collectors;
import org.privacypromise.register.Controller;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.lifecycle.Request;

/** A request, or several that came together, as the templates of the mails speak of it. */
@TemplateData
record RequestInWords(
        String number,
        String wish,
        String receivedOn,
        String dueDate,
        List<Derivation.Step> steps,
        String law,
        String complaints,
        boolean signedIn,
        String controller,
        String contact) {

    static RequestInWords of(List<Request> together, Controller controller) {
        Request request = together.getFirst();
        return new RequestInWords(
                request.id().toString(),
                together.stream().map(one -> RightInWords.of(one.right())).collect(Collectors.joining(", ")),
                request.derivation().facts().received().toString(),
                request.dueDate().toString(),
                request.derivation().steps(),
                request.regime().words(),
                request.regime().complaints(),
                request.customerId() != null,
                controller.name(),
                controller.contact());
    }
}
