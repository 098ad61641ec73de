package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.ContactRef;

@ApplicationScoped
class ContactPointRepository implements PanacheRepositoryBase<RecordedContactPoint, UUID> {

    Uni<@Nullable RecordedContactPoint> find(String customerId, List<ContactRef> anyVersion) {
        return find("customerId = ?1 and contactRef in ?2", customerId, texts(anyVersion))
                .firstResult();
    }

    Uni<List<RecordedContactPoint>> ofCustomer(String customerId) {
        return list("customerId = ?1 order by recordedAt, id", customerId);
    }

    Uni<List<RecordedContactPoint>> under(List<ContactRef> anyVersion) {
        return list("contactRef in ?1 order by recordedAt, id", texts(anyVersion));
    }

    /** Those that the others do not know under this key or a later one. */
    Uni<List<RecordedContactPoint>> toldBefore(int keyVersion, int limit) {
        return find("toldUnder < ?1 order by toldUnder", keyVersion)
                .page(Page.ofSize(limit))
                .list();
    }

    private static List<String> texts(List<ContactRef> references) {
        return references.stream().map(ContactRef::toString).toList();
    }
}
