package org.privacypromise.requests.notice;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.privacypromise.register.Controller;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.Request;

/** A request as the templates of the mails speak of it. */
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

    static RequestInWords of(Request request, Controller controller) {
        return new RequestInWords(
                request.id().toString(),
                request.right() == Right.ACCESS ? "a copy of your data" : "the erasure of your data",
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
