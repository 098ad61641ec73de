package org.privacypromise.requests.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.security.Staff;

/**
 * Lets somebody of the staff look at what is personal about a request: with a purpose, never at their own, and never
 * without its being noted for the customer to see.
 */
@ApplicationScoped
public class LookAtRequest {

    private final RequestRepository requests;
    private final NoteAccess noting;

    LookAtRequest(RequestRepository requests, NoteAccess noting) {
        this.requests = requests;
        this.noting = noting;
    }

    /**
     * @param header {@link StatedPurpose#HEADER}
     * @param show makes the answer of what is there, in the same session
     * @return fails with the problem {@code purpose-missing}, {@code not-found} or {@code own-request}
     */
    public <T> Uni<T> look(
            Staff who, UUID requestId, Deed deed, @Nullable String header, Function<Request, Uni<T>> show) {
        return noting.purpose(who, requestId, header)
                .chain(purpose -> Panache.withTransaction(() -> requests.findById(requestId)
                        .map(request -> requireOther(request, who))
                        .call(request -> noting.note(Access.of(who, deed, requestId, purpose)))
                        .chain(show::apply)));
    }

    /** The request, if there is one and it is not their own. */
    public static Request requireOther(@Nullable Request request, Staff who) {
        if (request == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it.");
        }
        who.requireOther(request.customerId());
        return request;
    }
}
