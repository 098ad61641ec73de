package org.privacypromise.requests.fulfilment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** By what a person is known: all of it is the same person. */
@RegisterForReflection
record Whose(List<String> customerIds, List<String> contactRefs) {

    Whose {
        customerIds = List.copyOf(customerIds);
        contactRefs = List.copyOf(contactRefs);
    }
}
