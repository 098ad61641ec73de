package org.privacypromise.identity.subjecttask;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.identity.account.AccountDirectory;
import org.privacypromise.identity.customer.CustomerRecords;
import org.privacypromise.identity.customer.EraseCustomer;
import org.privacypromise.identity.verification.ErasePastVerifications;
import org.privacypromise.identity.verification.PastVerifications;
import org.privacypromise.subjecttasks.DataSection;
import org.privacypromise.subjecttasks.Erasure;
import org.privacypromise.subjecttasks.KnownSubject;
import org.privacypromise.subjecttasks.Subject;
import org.privacypromise.subjecttasks.SubjectData;

/** What identity-service holds about somebody. Of an erasure nothing is left here; the account they sign in with goes first. */
@ApplicationScoped
class IdentityData implements SubjectData {

    private static final String CUSTOMERS = "c:";
    private static final String CONTACT_POINTS = "p:";

    private final CustomerRecords customers;
    private final EraseCustomer eraseCustomer;
    private final PastVerifications verifications;
    private final ErasePastVerifications eraseVerifications;
    private final ReadSubject read;
    private final AccountDirectory accounts;

    IdentityData(
            CustomerRecords customers,
            EraseCustomer eraseCustomer,
            PastVerifications verifications,
            ErasePastVerifications eraseVerifications,
            ReadSubject read,
            AccountDirectory accounts) {
        this.customers = customers;
        this.eraseCustomer = eraseCustomer;
        this.verifications = verifications;
        this.eraseVerifications = eraseVerifications;
        this.read = read;
        this.accounts = accounts;
    }

    @Override
    public Uni<List<DataSection>> export(Subject subject) {
        return read.read(subject);
    }

    @Override
    public Uni<Void> beforeErasure(Subject subject) {
        return Multi.createFrom()
                .iterable(subject.customerIds())
                .onItem()
                .transformToUniAndConcatenate(id -> Panache.withSession(() -> customers.accountsOf(id)))
                .onItem()
                .<String>disjoint()
                .onItem()
                .transformToUniAndConcatenate(accounts::delete)
                .collect()
                .last()
                .replaceWithVoid();
    }

    @Override
    public Uni<Erasure> erase(Subject subject, List<SubjectTask.Exemption> keep) {
        return Multi.createFrom()
                .iterable(subject.customerIds())
                .onItem()
                .transformToUniAndConcatenate(this::eraseCustomer)
                .collect()
                .asList()
                .chain(customers -> eraseVerifications
                        .ofContactPoints(subject.contactRefs())
                        .map(tried -> all(customers, new Erasure(tried.found() > 0, List.of(), tried.certificates()))));
    }

    private Uni<Erasure> eraseCustomer(String customerId) {
        return eraseVerifications
                .reaching(customerId)
                .chain(tried -> eraseCustomer
                        .erase(customerId)
                        .map(erased -> new Erasure(
                                erased.found() || tried.found() > 0,
                                List.of(),
                                Stream.concat(erased.certificates().stream(), tried.certificates().stream())
                                        .toList())));
    }

    private static Erasure all(List<Erasure> customers, Erasure contactPoints) {
        List<Erasure> parts = new ArrayList<>(customers);
        parts.add(contactPoints);
        return new Erasure(
                parts.stream().anyMatch(Erasure::heldAnything),
                List.of(),
                parts.stream().flatMap(part -> part.certificates().stream()).toList());
    }

    @Override
    public Uni<List<KnownSubject>> knownSubjects(String after, int limit) {
        if (after.startsWith(CONTACT_POINTS)) {
            return knownContactPoints(after.substring(CONTACT_POINTS.length()), limit);
        }
        String customerId = after.isEmpty() ? "" : after.substring(CUSTOMERS.length());
        return customers
                .after(customerId, limit)
                .chain(page -> page.isEmpty()
                        ? knownContactPoints("", limit)
                        : Uni.createFrom()
                                .item(page.stream()
                                        .map(one -> KnownSubject.customer(one.customerId(), one.allocatedAt()))
                                        .toList()));
    }

    private Uni<List<KnownSubject>> knownContactPoints(String after, int limit) {
        return verifications
                .after(after, limit)
                .map(page -> page.stream()
                        .map(tried -> KnownSubject.contactPoint(tried.contactRef(), tried.firstAt()))
                        .toList());
    }
}
