package org.privacypromise.requests.desk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.history.Access;
import org.privacypromise.requests.history.Deed;
import org.privacypromise.requests.history.NoteAccess;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.security.Staff;

/** Finds where a customer's requests stand; each look is noted at each of them. */
@ApplicationScoped
class LookUpRequests {

    private static final int MOST = 20;

    private final RequestRepository requests;
    private final NoteAccess noting;

    LookUpRequests(RequestRepository requests, NoteAccess noting) {
        this.requests = requests;
        this.noting = noting;
    }

    Uni<List<RequestStatusView>> ofCustomer(Staff who, String customerId, @Nullable String header) {
        return noting.purpose(who, null, header).chain(purpose -> {
            who.requireOther(customerId);
            return Panache.withTransaction(() -> requests.newestOfCustomer(customerId, MOST)
                    .chain(found -> Multi.createFrom()
                            .iterable(found)
                            .onItem()
                            .transformToUniAndConcatenate(
                                    request -> noting.note(Access.of(who, Deed.READ_STATUS, request.id(), purpose))
                                            .replaceWith(() -> RequestStatusView.from(request)))
                            .collect()
                            .asList()));
        });
    }
}
