package org.privacypromise.requests.rectification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.register.DataCategory;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.Status;

/** Takes what a customer wants put right, as long as nobody has decided on it; a person checks it then. */
@ApplicationScoped
class GiveCorrections {

    static final ProblemType DECIDED =
            new ProblemType("corrections-decided", 409, "This request is decided on already");

    private final RequestRepository requests;
    private final Corrections corrections;
    private final PurposeRegister register;

    GiveCorrections(RequestRepository requests, Corrections corrections, PurposeRegister register) {
        this.requests = requests;
        this.corrections = corrections;
        this.register = register;
    }

    Uni<CorrectionList> give(UUID requestId, String customer, CorrectionList given) {
        return Panache.withTransaction(() -> requests.lock(requestId)
                .invoke(request -> {
                    Status status = own(request, customer).status();
                    if (status.isClosed() || status == Status.FULFILLING) {
                        throw new ProblemException(DECIDED, "Ask for a new correction.");
                    }
                    requireSensible(given);
                })
                .chain(() -> corrections.give(requestId, given))
                .replaceWith(given));
    }

    Uni<CorrectionList> ofCustomer(UUID requestId, String customer) {
        return Panache.withSession(() -> requests.findById(requestId)
                .invoke(request -> own(request, customer))
                .chain(() -> corrections.of(requestId)));
    }

    private static Request own(@Nullable Request request, String customer) {
        if (request == null || !customer.equals(request.customerId()) || request.right() != Right.RECTIFICATION) {
            throw notFound();
        }
        return request;
    }

    private void requireSensible(CorrectionList given) {
        List<String> known =
                register.dataCategories().stream().map(DataCategory::key).toList();
        if (!given.isComplete() || !given.all().stream().allMatch(one -> known.contains(one.category()))) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Send 1 to 50 corrections, each with a category of the notice, field and new, of at most 2000"
                            + " characters.");
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it.");
    }
}
