package org.privacypromise.faults.history;

import java.util.ArrayList;
import java.util.List;

/** Whether everything that must hold about one subject does. */
public final class CheckSubject {

    private CheckSubject() {}

    /** Everything that does not hold; empty if all is well. */
    public static List<Violation> violations(Subject subject) {
        Versions versions = new Versions(subject.byDefault(), subject.ledger());
        List<Violation> violations = new ArrayList<>(new CheckRequests(subject, versions).violations());
        violations.addAll(new CheckEvents(subject, versions).violations());
        return List.copyOf(violations);
    }
}
