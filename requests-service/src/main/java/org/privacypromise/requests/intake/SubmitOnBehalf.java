package org.privacypromise.requests.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.InTurn;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.history.Access;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.history.NoteAccess;
import org.privacypromise.requests.history.StatedPurpose;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.security.Staff;

/** Takes in what somebody asks by telephone or letter: with a purpose, never for oneself, and seen by the customer. */
@ApplicationScoped
class SubmitOnBehalf {

    private final SubmitRequest submit;
    private final NoteAccess noting;

    SubmitOnBehalf(SubmitRequest submit, NoteAccess noting) {
        this.submit = submit;
        this.noting = noting;
    }

    Uni<Submitted> submit(CareRequest taken, Staff staff, @Nullable String header) {
        staff.requireOther(taken.customerId());
        return noting.purpose(staff, null, header).chain(purpose -> {
            Decision by =
                    new Decision(staff.account(), PersonalText.of(purpose.text() + "; " + taken.identifiedInWords()));
            return Panache.withTransaction(
                    () -> submit.submit(taken.submission(by)).call(submitted -> note(submitted, staff, purpose)));
        });
    }

    private Uni<Void> note(Submitted submitted, Staff staff, StatedPurpose purpose) {
        return InTurn.each(
                submitted.requests(), request -> noting.note(Access.of(staff, Deed.TAKEN_IN, request.id(), purpose)));
    }
}
