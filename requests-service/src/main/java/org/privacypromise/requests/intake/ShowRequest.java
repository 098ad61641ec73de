package org.privacypromise.requests.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.clock.LawInWords;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;

/** Shows requests to whoever made them. For everybody else they do not exist. */
@ApplicationScoped
class ShowRequest {

    private static final int MOST = 200;

    private final RequestRepository requests;
    private final AnswerProgress progress;
    private final LawInWords law;

    ShowRequest(RequestRepository requests, AnswerProgress progress, LawInWords law) {
        this.requests = requests;
        this.progress = progress;
        this.law = law;
    }

    /** The newest first. */
    Uni<List<RequestView>> allOf(String customer) {
        return Panache.withSession(() -> requests.newestOfCustomer(customer, MOST)
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(one -> view(one, others(one, all)))
                        .collect()
                        .asList()));
    }

    Uni<RequestView> one(UUID id, Asker asker) {
        return Panache.withSession(() ->
                requests.findById(id).map(request -> asker.requireOwn(request)).chain(this::view));
    }

    /** What became of a submission: the first of its requests, with the guest's key if there is one. */
    Uni<RequestView> submitted(Submitted submitted) {
        Request first = submitted.requests().getFirst();
        return Panache.withSession(() -> progress.of(first)
                .map(done -> RequestView.from(
                        first,
                        submitted.requests().subList(1, submitted.requests().size()),
                        submitted.trackingKey(),
                        done,
                        law)));
    }

    /** What became of a request. */
    Uni<RequestView> of(Request request) {
        return Panache.withSession(() -> view(request));
    }

    private Uni<RequestView> view(Request request) {
        return requests.ofSubmission(request.submissionId()).chain(all -> view(request, others(request, all)));
    }

    private Uni<RequestView> view(Request request, List<Request> together) {
        return progress.of(request).map(done -> RequestView.from(request, together, null, done, law));
    }

    /** Not those that are another's by now: a guest's key opens what is a guest's still. */
    private static List<Request> others(Request request, List<Request> all) {
        return all.stream()
                .filter(other -> other.submissionId().equals(request.submissionId())
                        && !other.id().equals(request.id())
                        && Objects.equals(other.customerId(), request.customerId()))
                .toList();
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it.");
    }

    /** Somebody who says that a request is theirs. */
    sealed interface Asker {

        boolean owns(Request request);

        /** The request, if there is one and it is theirs; the same problem otherwise. */
        default Request requireOwn(@Nullable Request request) {
            if (request == null || !owns(request)) {
                throw notFound();
            }
            return request;
        }

        /** Who signed in. */
        record Customer(String id) implements Asker {

            @Override
            public boolean owns(Request request) {
                return id.equals(request.customerId());
            }
        }

        /** Who has the key that the guest was given. */
        record KeyHolder(String trackingKey) implements Asker {

            @Override
            public boolean owns(Request request) {
                return TrackingKey.matches(trackingKey, request.trackingKeyHash());
            }

            @Override
            public String toString() {
                return "KeyHolder";
            }
        }
    }
}
