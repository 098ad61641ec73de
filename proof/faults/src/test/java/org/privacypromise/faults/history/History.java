package org.privacypromise.faults.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.privacypromise.faults.history.Operation.Kind;
import org.privacypromise.faults.history.Operation.Outcome;

/** A history in which all is well unless a test makes it otherwise: each request is begun after the one before ended. */
final class History {

    static final Cell EMAIL = new Cell("marketing", "email", "main");
    static final Cell SMS = new Cell("marketing", "sms", "main");
    static final Map<Cell, Boolean> BY_DEFAULT = Map.of(EMAIL, false, SMS, false);

    final List<Operation> operations = new ArrayList<>();
    final List<Entry> ledger = new ArrayList<>();
    final List<Event> changes = new ArrayList<>();
    final List<Event> states = new ArrayList<>();
    final List<Event> acknowledged = new ArrayList<>();
    final Map<Cell, Boolean> choices = new HashMap<>(BY_DEFAULT);
    long version = 1;
    long pageVersion = 1;
    private long time;
    private long number;

    /** A change that is answered. */
    History change(Cell cell, boolean allowed) {
        effect(number + 1, true, Map.of(cell, allowed));
        answered(Kind.CHANGE, Map.of(cell, allowed));
        return this;
    }

    /** A link that is followed, and changes something. */
    History link(Cell cell) {
        effect(0, false, Map.of(cell, false));
        answered(Kind.LINK, Map.of(cell, false));
        return this;
    }

    /** An answer to a request that changed nothing. */
    History repeat(Cell cell, boolean allowed) {
        answered(Kind.CHANGE, Map.of(cell, allowed));
        return this;
    }

    History read() {
        answered(Kind.READ, Map.of());
        return this;
    }

    /** A request without an answer that took effect, or did not. */
    History unanswered(Cell cell, boolean allowed, boolean effect) {
        if (effect) {
            effect(number + 1, true, Map.of(cell, allowed));
        }
        add(Kind.CHANGE, Map.of(cell, allowed), Outcome.UNKNOWN, OptionalLong.empty(), Map.of());
        return this;
    }

    History refused(Cell cell, boolean allowed) {
        add(Kind.CHANGE, Map.of(cell, allowed), Outcome.REFUSED, OptionalLong.empty(), Map.of());
        return this;
    }

    private void effect(long operation, boolean named, Map<Cell, Boolean> wanted) {
        version++;
        choices.putAll(wanted);
        pageVersion = version;
        ledger.add(new Entry(version, named ? OptionalLong.of(operation) : OptionalLong.empty(), wanted));
        changes.add(new Event("change-" + version, version, wanted));
        states.add(new Event("state-" + version, version, choices));
        acknowledged.add(new Event("ack-" + version, version, Map.of()));
    }

    private void answered(Kind kind, Map<Cell, Boolean> wanted) {
        boolean tells = kind != Kind.LINK;
        add(
                kind,
                wanted,
                Outcome.DONE,
                tells ? OptionalLong.of(version) : OptionalLong.empty(),
                tells ? choices : Map.of());
    }

    private void add(
            Kind kind, Map<Cell, Boolean> wanted, Outcome outcome, OptionalLong answer, Map<Cell, Boolean> seen) {
        number++;
        operations.add(new Operation(number, "c:1", kind, wanted, ++time, ++time, outcome, answer, seen));
    }

    List<Violation> violations() {
        return CheckSubject.violations(new Subject(
                "c:1",
                BY_DEFAULT,
                operations,
                ledger,
                changes,
                states,
                Map.of("marketing", acknowledged),
                Optional.of(new Subject.Page(pageVersion, choices))));
    }

    List<Invariant> broken() {
        return violations().stream().map(Violation::invariant).distinct().toList();
    }
}
