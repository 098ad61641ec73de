package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.privacypromise.identity.customer.MeView.KnownContactPoint;
import org.privacypromise.identity.customer.MeView.LogOn;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.keys.SubjectKeys;

/** Shows signed-in customers what is known about them, masked: a look over the shoulder gives nothing away. */
@ApplicationScoped
class DescribeCustomer {

    private final AccountLinkRepository links;
    private final ContactPointRepository contactPoints;
    private final SubjectKeys keys;

    DescribeCustomer(AccountLinkRepository links, ContactPointRepository contactPoints, SubjectKeys keys) {
        this.links = links;
        this.contactPoints = contactPoints;
        this.keys = keys;
    }

    Uni<MeView> describe(String account) {
        return Panache.withSession(() -> links.findById(account)
                .chain(link ->
                        link == null ? Uni.createFrom().item(MeView.NOT_LINKED) : describeLinked(link.customerId)));
    }

    private Uni<MeView> describeLinked(String customerId) {
        return keys.forReading(customerId, RecordContactPoint.ACCOUNT)
                .chain(key -> contactPoints
                        .ofCustomer(customerId)
                        .map(known -> key.map(k -> shown(known, k)).orElse(List.of())))
                .chain(shown -> links.ofCustomer(customerId)
                        .map(logOns -> new MeView(
                                true,
                                customerId,
                                shown,
                                logOns.stream()
                                        .map(link -> new LogOn(link.linkedAt, link.isEffective()))
                                        .toList())));
    }

    private static List<KnownContactPoint> shown(List<RecordedContactPoint> known, DataKey key) {
        return known.stream()
                .map(one -> new KnownContactPoint(one.kind, one.reveal(key).masked(), one.isVerified()))
                .toList();
    }
}
