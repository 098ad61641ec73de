package org.privacypromise.preferences.legacyimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.legacyimport.line.ImportLine;
import org.privacypromise.preferences.legacyimport.line.MergeLines;
import org.privacypromise.preferences.legacyimport.line.Outcome;
import org.privacypromise.preferences.suppression.Suppression;
import org.privacypromise.subjecttasks.SubjectRefs;

/**
 * Applies some thousand lines of an import in one transaction: everybody they are about is looked up at once, what it
 * means for each is decided here, and everything is written at once.
 */
@ApplicationScoped
class ApplyLines {

    private static final String CUSTOMER = "c:";

    private final SubjectsRepository subjects;
    private final SubjectRefs refs;
    private final Clock clock;

    ApplyLines(SubjectsRepository subjects, SubjectRefs refs, Clock clock) {
        this.subjects = subjects;
        this.refs = refs;
        this.clock = clock;
    }

    /** What the lines have come to; in a dry run, what they would have. */
    record Applied(long subjects, Map<Outcome, Long> outcomes) {

        Map<String, Long> counts() {
            Map<String, Long> counts = new TreeMap<>();
            outcomes.forEach((outcome, lines) -> counts.put(outcome.name(), lines));
            return counts;
        }
    }

    Applied apply(Connection connection, LegacyImport running, List<ImportLine> lines) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!running.dryRun()) {
            subjects.takeTurnWithEverybody(connection);
        }
        Map<String, List<ImportLine>> byKey = byKey(connection, lines);
        boolean anybodyErased = subjects.anybodyErased(connection);
        Map<String, Held> held = subjects.held(connection, byKey.keySet(), anybodyErased);
        Set<String> erased = anybodyErased ? erased(connection, byKey.keySet(), held) : Set.of();
        Map<String, Set<Cell>> refused = refusedElsewhere(connection, byKey);

        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        List<Changed> changed = new ArrayList<>();
        List<Suppression> suppressions = new ArrayList<>();
        byKey.forEach((key, ofSubject) -> {
            if (erased.contains(key)) {
                outcomes.merge(Outcome.ERASED, (long) ofSubject.size(), Long::sum);
                suppressions.addAll(suppressions(key, ofSubject, now));
                return;
            }
            Held before = held.getOrDefault(key, Held.nothing(key));
            MergeLines merged = MergeLines.into(before.choices(), refusals(before, refused, ofSubject), ofSubject);
            merged.outcomes().forEach(outcome -> outcomes.merge(outcome, 1L, Long::sum));
            if (!merged.changes().isEmpty()) {
                changed.add(Changed.by(merged.changes(), before, running.id(), now));
            }
        });
        if (!running.dryRun()) {
            subjects.suppress(connection, suppressions);
            subjects.store(connection, changed, now);
        }
        return new Applied(changed.size(), outcomes);
    }

    /** Whoever has switched everything off has refused that, too. */
    private static Set<Cell> refusals(Held before, Map<String, Set<Cell>> refused, List<ImportLine> lines) {
        return before.everythingOff()
                ? lines.stream().map(ImportLine::cell).collect(Collectors.toSet())
                : refused.getOrDefault(before.key(), Set.of());
    }

    /** A refusal at a contact point is one of everybody who is reached by it. */
    private Map<String, List<ImportLine>> byKey(Connection connection, List<ImportLine> lines) throws SQLException {
        Map<String, List<ImportLine>> byKey = new LinkedHashMap<>();
        lines.forEach(line ->
                byKey.computeIfAbsent(line.key(), none -> new ArrayList<>(2)).add(line));
        List<ImportLine> refusals = lines.stream()
                .filter(line -> !line.allowed() && !line.key().startsWith(CUSTOMER))
                .toList();
        Map<String, Set<String>> customers = subjects.customersOf(
                connection,
                refusals.stream().map(line -> line.key().substring(2)).toList());
        for (ImportLine refusal : refusals) {
            for (String customer : customers.getOrDefault(refusal.key().substring(2), Set.of())) {
                String key = CUSTOMER + customer;
                byKey.computeIfAbsent(key, none -> new ArrayList<>(2)).add(refusal.of(key));
            }
        }
        return byKey;
    }

    private Set<String> erased(Connection connection, Collection<String> keys, Map<String, Held> held)
            throws SQLException {
        Map<String, String> keyOf = new HashMap<>();
        for (String key : keys) {
            Held found = held.get(key);
            if (found == null || !found.exists()) {
                refs.allVersions(key).forEach(ref -> keyOf.put(ref, key));
            }
        }
        Set<String> erased = new HashSet<>();
        subjects.erasedAmong(connection, keyOf.keySet()).forEach(ref -> erased.add(keyOf.getOrDefault(ref, "")));
        return erased;
    }

    private Map<String, Set<Cell>> refusedElsewhere(Connection connection, Map<String, List<ImportLine>> byKey)
            throws SQLException {
        Set<String> customerIds = new HashSet<>();
        Set<String> contactRefs = new HashSet<>();
        byKey.forEach((key, lines) -> {
            if (lines.stream().anyMatch(ImportLine::allowed)) {
                (key.startsWith(CUSTOMER) ? customerIds : contactRefs).add(key.substring(2));
            }
        });
        return subjects.refusedElsewhere(connection, customerIds, contactRefs);
    }

    /** Of an erased subject nothing comes back, and the no at a contact point is remembered all the same. */
    private static List<Suppression> suppressions(String key, List<ImportLine> lines, Instant now) {
        return key.startsWith(CUSTOMER)
                ? List.of()
                : lines.stream()
                        .filter(line -> !line.allowed())
                        .map(line -> new Suppression(key.substring(2), line.cell(), now, Suppression.Reason.IMPORT))
                        .toList();
    }
}
