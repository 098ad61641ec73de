package org.privacypromise.faults.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether what was told to others is what was committed, in its order, with nothing missing. */
final class CheckEvents {

    private final Subject subject;
    private final Versions versions;
    private final List<Violation> violations = new ArrayList<>();

    CheckEvents(Subject subject, Versions versions) {
        this.subject = subject;
        this.versions = versions;
    }

    List<Violation> violations() {
        ledger();
        changes(inOrder("the topic of changes", subject.changes()));
        states(inOrder("the topic of states", subject.states()));
        new TreeMap<>(subject.systems())
                .forEach((system, acknowledged) -> system(system, inOrder(system, acknowledged)));
        return violations;
    }

    private void ledger() {
        long before = 1;
        for (Entry entry : subject.ledger()) {
            if (entry.version() != before + 1) {
                violation(
                        Invariant.I8_LEDGER_VERIFIES,
                        "version " + entry.version() + " follows version " + before + " in the ledger");
            }
            before = entry.version();
        }
    }

    /** The events without repetitions, which have the ID of the first. */
    private List<Event> inOrder(String where, List<Event> events) {
        Map<String, Event> once = new LinkedHashMap<>();
        for (Event event : events) {
            Event first = once.putIfAbsent(event.id(), event);
            if (first != null && !first.equals(event)) {
                violation(
                        Invariant.I6_ONE_EFFECT,
                        where + " has two events " + event.id() + ": versions " + first.version() + " and "
                                + event.version());
            }
        }
        long before = 0;
        for (Event event : once.values()) {
            if (event.version() <= before) {
                violation(
                        Invariant.I5_VERSIONS_IN_ORDER,
                        where + " has version " + event.version() + " after version " + before);
            }
            before = Math.max(before, event.version());
        }
        return List.copyOf(once.values());
    }

    private void changes(List<Event> events) {
        Map<Long, Entry> committed = subject.ledger().stream()
                .collect(Collectors.toMap(Entry::version, entry -> entry, (a, b) -> a, HashMap::new));
        TreeSet<Long> missing = new TreeSet<>(committed.keySet());
        for (Event event : events) {
            Entry entry = committed.get(event.version());
            missing.remove(event.version());
            if (entry == null) {
                violation(
                        Invariant.I7_PUBLISHED_IF_COMMITTED,
                        "version " + event.version() + " was published, and never committed");
            } else if (!entry.changes().equals(event.choices())) {
                violation(
                        Invariant.I7_PUBLISHED_IF_COMMITTED,
                        "version " + event.version() + " was published as " + event.choices() + ", and committed as "
                                + entry.changes());
            }
        }
        if (!missing.isEmpty()) {
            violation(Invariant.I5_VERSIONS_IN_ORDER, "versions " + missing + " are missing on the topic of changes");
        }
    }

    private void states(List<Event> events) {
        for (Event event : events) {
            if (!versions.exists(event.version())) {
                violation(
                        Invariant.I7_PUBLISHED_IF_COMMITTED,
                        "the state of version " + event.version() + " was published, and never committed");
            } else if (!versions.differences(event.version(), event.choices()).isEmpty()) {
                violation(
                        Invariant.I7_PUBLISHED_IF_COMMITTED,
                        "the state of version " + event.version() + " was published with "
                                + versions.differences(event.version(), event.choices())
                                + ", and committed otherwise");
            }
        }
        endsWithTheLast("the topic of states", events);
    }

    private void system(String system, List<Event> acknowledged) {
        endsWithTheLast(system, acknowledged);
    }

    private void endsWithTheLast(String where, List<Event> events) {
        if (subject.ledger().isEmpty() && events.isEmpty()) {
            return;
        }
        long end = events.isEmpty() ? 0 : events.getLast().version();
        if (end != versions.last()) {
            violation(
                    Invariant.I5_VERSIONS_IN_ORDER,
                    where + " ends with version " + end + " instead of " + versions.last());
        }
    }

    private void violation(Invariant invariant, String what) {
        violations.add(new Violation(invariant, subject.key(), what));
    }
}
