package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.identity.customer.KnownCustomers.Known;
import org.privacypromise.personaldata.ContactRef;

/** For the other services: by which references the same person is known elsewhere. */
@Path("/subjects")
@RolesAllowed("service")
class SubjectResource {

    private final KnownCustomers customers;
    private final CustomerRepository allocated;

    SubjectResource(KnownCustomers customers, CustomerRepository allocated) {
        this.customers = customers;
        this.allocated = allocated;
    }

    @GET
    @Path("/{customerId}")
    public Uni<SubjectView> describe(String customerId) {
        return Panache.withSession(() -> allocated
                .findById(customerId)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ProblemType.NOT_FOUND, "No customer has this ID."))
                .chain(() -> customers.contactPointsOf(customerId))
                .map(known -> SubjectView.from(customerId, known)));
    }

    /**
     * @param customerIds all that are this person
     * @param contactRefs of contact points that are proven to be theirs, under every live key: an address that nobody
     *     verified may be somebody else's
     */
    record SubjectView(List<String> customerIds, List<String> contactRefs) {

        static SubjectView from(String customerId, List<Known> known) {
            return new SubjectView(
                    List.of(customerId),
                    known.stream()
                            .filter(Known::verified)
                            .flatMap(one -> one.references().stream())
                            .map(ContactRef::toString)
                            .distinct()
                            .toList());
        }
    }
}
