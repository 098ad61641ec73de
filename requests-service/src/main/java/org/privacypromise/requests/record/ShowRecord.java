package org.privacypromise.requests.record;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.privacypromise.requests.record.ProcessingRecordView.TransferView;

/** The record of processing as of now. */
@ApplicationScoped
class ShowRecord {

    private final DisclosureRepository disclosures;
    private final DescribeProcessing describing;

    ShowRecord(DisclosureRepository disclosures, DescribeProcessing describing) {
        this.disclosures = disclosures;
        this.describing = describing;
    }

    Uni<ProcessingRecordView> asOfNow() {
        return Panache.withSession(disclosures::counted).map(describing::describe);
    }

    Uni<List<TransferView>> transfers() {
        return Panache.withSession(disclosures::counted).map(describing::transfers);
    }
}
