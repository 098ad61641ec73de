package org.privacypromise.faults.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the ledger can be the outcome of what was asked: each request that was answered took effect once, at one moment
 * between its beginning and its end, and each record comes from a request. The ledger gives the order of all effects on a
 * subject, so this needs no search: it is linear in the records, quadratic in the requests.
 */
final class CheckRequests {

    private final Subject subject;
    private final Versions versions;
    private final Map<Long, Entry> entryOf = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    CheckRequests(Subject subject, Versions versions) {
        this.subject = subject;
        this.versions = versions;
    }

    List<Violation> violations() {
        subject.ledger().forEach(this::originOf);
        subject.operations().forEach(this::effectOf);
        subject.page().ifPresent(this::page);
        return violations;
    }

    private void originOf(Entry entry) {
        List<Operation> origins = subject.operations().stream()
                .filter(operation -> mayHaveMade(operation, entry))
                .toList();
        if (origins.isEmpty()) {
            boolean optsIn = entry.changes().containsValue(true);
            violation(
                    optsIn ? Invariant.I1_ACKNOWLEDGED_STAYS : Invariant.I7_PUBLISHED_IF_COMMITTED,
                    "version " + entry.version() + " changes " + entry.changes() + ", which nobody asked for");
            return;
        }
        if (entry.operation().isPresent()
                && entryOf.put(entry.operation().getAsLong(), entry) instanceof Entry earlier) {
            violation(
                    Invariant.I6_ONE_EFFECT,
                    origins.getFirst() + " made version " + earlier.version() + " and " + entry.version());
        }
    }

    private static boolean mayHaveMade(Operation operation, Entry entry) {
        if (operation.outcome() == Operation.Outcome.REFUSED || !Versions.holds(operation.wanted(), entry.changes())) {
            return false;
        }
        return entry.operation().isPresent()
                ? operation.kind() == Operation.Kind.CHANGE
                        && operation.number() == entry.operation().getAsLong()
                : operation.kind() == Operation.Kind.LINK;
    }

    private void effectOf(Operation operation) {
        Entry made = entryOf.get(operation.number());
        long atLeast = knownBefore(operation);
        if (made != null && made.version() <= atLeast) {
            violation(
                    Invariant.I1_ACKNOWLEDGED_STAYS,
                    operation + " took effect in version " + made.version() + ", before version " + atLeast
                            + ", which was known when it was begun");
        }
        if (operation.isDone()) {
            effectOfDone(operation, Optional.ofNullable(made), atLeast);
        }
    }

    private void effectOfDone(Operation operation, Optional<Entry> made, long atLeast) {
        long answered = operation.version().orElse(versions.last());
        long atMost = Math.min(answered, beforeThoseBegunAfter(operation));
        if (!versions.exists(answered)) {
            violation(
                    Invariant.I1_ACKNOWLEDGED_STAYS,
                    operation + " was answered with version " + answered + ", which is gone");
            return;
        }
        if (operation.kind() == Operation.Kind.READ && answered < atLeast) {
            violation(
                    Invariant.NO_STALE_READ,
                    operation + " showed version " + answered + " after version " + atLeast + " had been shown");
        }
        boolean tookEffect = made.isPresent()
                ? made.get().version() <= atMost
                : versions.heldBetween(atLeast, atMost, operation.wanted());
        if (operation.kind() != Operation.Kind.READ && !tookEffect) {
            violation(
                    Invariant.I1_ACKNOWLEDGED_STAYS,
                    operation + " was acknowledged and is lost: it holds in no version from " + atLeast + " to "
                            + atMost);
        }
        Map<Cell, Boolean> different = versions.differences(answered, operation.seen());
        if (!different.isEmpty()) {
            violation(
                    Invariant.NO_STALE_READ,
                    operation + " was shown " + different + " in version " + answered + ", which says otherwise");
        }
    }

    /** The newest version that anybody knew of when this was begun. */
    private long knownBefore(Operation operation) {
        return subject.operations().stream()
                .filter(earlier -> earlier.isBefore(operation))
                .mapToLong(earlier -> Math.max(
                        earlier.version().orElse(0),
                        Optional.ofNullable(entryOf.get(earlier.number()))
                                .map(Entry::version)
                                .orElse(0L)))
                .max()
                .orElse(0);
    }

    /** The version before the first that was made by something begun after this had ended. */
    private long beforeThoseBegunAfter(Operation operation) {
        return subject.operations().stream()
                .filter(operation::isBefore)
                .flatMap(later -> Stream.ofNullable(entryOf.get(later.number())))
                .mapToLong(made -> made.version() - 1)
                .min()
                .orElse(versions.last());
    }

    private void page(Subject.Page page) {
        boolean unknown = subject.ledger().isEmpty() && page.version() == 0;
        if (page.version() != versions.last() && !unknown) {
            violation(
                    Invariant.I1_ACKNOWLEDGED_STAYS,
                    "the page shows version " + page.version() + "; the evidence ends with " + versions.last());
            return;
        }
        versions.differences(page.version(), page.choices())
                .forEach((cell, allowed) -> violation(
                        Invariant.I1_ACKNOWLEDGED_STAYS,
                        allowed
                                ? cell + " is allowed, and the evidence says that it was refused"
                                : cell + " is refused, and the evidence says that it was allowed"));
    }

    private void violation(Invariant invariant, String what) {
        violations.add(new Violation(invariant, subject.key(), what));
    }
}
