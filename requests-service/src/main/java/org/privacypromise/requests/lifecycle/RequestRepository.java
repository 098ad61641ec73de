package org.privacypromise.requests.lifecycle;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Channel;
import org.privacypromise.requests.lifecycle.step.Status;

/** All requests, open and closed. */
@ApplicationScoped
public class RequestRepository implements PanacheRepositoryBase<Request, UUID> {

    private static final List<Status> PROVEN = List.of(Status.SCREENING, Status.IN_REVIEW, Status.FULFILLING);
    private static final List<Channel> BY_SIGN_IN = List.of(Channel.SIGNED_IN, Channel.GUEST);
    private static final String LOCK = "SELECT version FROM request WHERE id = ?1 FOR UPDATE";
    private static final String LOCK_CUSTOMER = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 11))";
    private static final String LOCK_VERIFICATION = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 12))";

    /**
     * The request as it is now, locked until the transaction ends; null if there is none. Whoever had read it before in the
     * same session, unlocked, sees which step it has taken since.
     */
    public Uni<@Nullable Request> lock(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull())
                .chain(version -> findById(id)
                        .call(found -> version == null || found.version() == version
                                ? Uni.createFrom().voidItem()
                                : getSession().chain(session -> session.refresh(found))));
    }

    /** Until the transaction ends, nobody else submits a request for this customer. */
    public Uni<Void> lockCustomer(String customerId) {
        return lock(LOCK_CUSTOMER, customerId);
    }

    /** Until the transaction ends, nobody else submits a request with this verification, or hears of how it ended. */
    public Uni<Void> lockVerification(String verificationId) {
        return lock(LOCK_VERIFICATION, verificationId);
    }

    private Uni<Void> lock(String statement, String key) {
        return getSession()
                .chain(session -> session.createNativeQuery(statement, Integer.class)
                        .setParameter(1, key)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /**
     * The customer's oldest open request for this right that they have proven by signing in; null if there is none. What
     * somebody else may have asked in their name is not among them: it neither blocks nor delays the customer's own.
     */
    public Uni<@Nullable Request> openOf(String customerId, Right right) {
        return find(
                        "customerId = ?1 and right = ?2 and status in ?3 and channel in ?4 order by receivedAt",
                        customerId,
                        right,
                        PROVEN,
                        BY_SIGN_IN)
                .firstResult();
    }

    /** The customer's oldest open request for this right, whoever made it; null if there is none. */
    public Uni<@Nullable Request> openInNameOf(String customerId, Right right) {
        return find("customerId = ?1 and right = ?2 and closedAt is null order by receivedAt", customerId, right)
                .firstResult();
    }

    /** What was asked with this verification, in one go; empty if nothing was. */
    public Uni<List<Request>> withVerification(String verificationId) {
        return list("verificationId", verificationId).map(RequestRepository::inOrder);
    }

    /** Everything that was asked in one go. */
    public Uni<List<Request>> ofSubmission(UUID submission) {
        return list("submissionId", submission).map(RequestRepository::inOrder);
    }

    /** The same, locked until the transaction ends. */
    public Uni<List<Request>> lockSubmission(UUID submission) {
        return ofSubmission(submission)
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(one -> lock(one.id()))
                        .collect()
                        .asList());
    }

    /** The first of them speaks for all, as in mails. */
    private static List<Request> inOrder(List<Request> all) {
        return all.stream().sorted(Comparator.comparing(Request::right)).toList();
    }

    /** The newest first. */
    public Uni<List<Request>> ofCustomer(String customerId) {
        return list("customerId = ?1 order by receivedAt desc", customerId);
    }

    /** No more than this many, the newest first. */
    public Uni<List<Request>> newestOfCustomer(String customerId, int limit) {
        return find("customerId = ?1 order by receivedAt desc", customerId)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Requests that were proven to come from this contact point and from no customer, the newest first. */
    public Uni<List<Request>> ofContactPoint(String contactRef) {
        return list("contactRef = ?1 and customerId is null order by receivedAt desc", contactRef);
    }

    /** Requests that are to be fulfilled and have no plan yet, the oldest first. */
    public Uni<List<UUID>> unplanned(int limit) {
        return find(
                        "select id from Request where status = ?1 and plannedAt is null order by changedAt",
                        Status.FULFILLING)
                .project(UUID.class)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Requests that have been waiting since before this moment for somebody to prove who asked. */
    public Uni<List<UUID>> unprovenSince(Instant before, int limit) {
        return find(
                        "select id from Request where status in ?1 and changedAt < ?2 order by changedAt",
                        List.of(Status.AWAITING_VERIFICATION, Status.AWAITING_SIGN_IN),
                        before)
                .project(UUID.class)
                .page(Page.ofSize(limit))
                .list();
    }
}
