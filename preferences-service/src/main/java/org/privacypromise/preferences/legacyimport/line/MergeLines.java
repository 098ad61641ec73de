package org.privacypromise.preferences.legacyimport.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.Source;

/**
 * What lines of the time before mean for one subject. The newest choice counts, and a refusal of which nobody knows the
 * time counts against every other line; but no line undoes a no that was said here, nor a newer yes. So it makes no
 * difference in which order lines come, in one import or in several, nor how often.
 */
public final class MergeLines {

    /** Stands for the notice of a refusal of which nobody knows when it was said. */
    public static final String UNDATED = "undated";

    private final Map<Cell, ImportLine> changes = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    private MergeLines() {}

    /**
     * @param chosen what the subject has chosen so far, by cell
     * @param refusedElsewhere what was refused at a contact point of the subject
     */
    public static MergeLines into(Map<Cell, Choice> chosen, Set<Cell> refusedElsewhere, List<ImportLine> lines) {
        MergeLines merged = new MergeLines();
        Map<Cell, ImportLine> counting = new LinkedHashMap<>();
        for (ImportLine line : lines) {
            ImportLine other = counting.get(line.cell());
            if (other != null) {
                merged.outcomes.add(Outcome.REPLACED_BY_ANOTHER_LINE);
            }
            if (other == null || line.countsMoreThan(other)) {
                counting.put(line.cell(), line);
            }
        }
        counting.forEach((cell, line) -> {
            Outcome outcome = outcome(line, chosen.get(cell), refusedElsewhere.contains(cell));
            merged.outcomes.add(outcome);
            if (outcome == Outcome.OPT_IN || outcome == Outcome.OPT_OUT) {
                merged.changes.put(cell, line);
            }
        });
        return merged;
    }

    private static Outcome outcome(ImportLine line, @Nullable Choice chosen, boolean refusedElsewhere) {
        if (line.allowed() && refusedElsewhere) {
            return Outcome.EARLIER_NO_KEPT;
        }
        if (chosen == null) {
            return applied(line);
        }
        return line.allowed() ? optIn(line, chosen) : optOut(line, chosen);
    }

    private static Outcome optIn(ImportLine line, Choice chosen) {
        boolean ofTheTimeBefore = chosen.source() == Source.IMPORT;
        if (!chosen.allowed() && !ofTheTimeBefore) {
            return Outcome.EARLIER_NO_KEPT;
        }
        if (chosen.allowed() && !ofTheTimeBefore) {
            return Outcome.UNCHANGED;
        }
        boolean newer =
                !isUndated(chosen) && Objects.requireNonNull(line.decidedAt()).isAfter(chosen.since());
        if (newer) {
            return Outcome.OPT_IN;
        }
        return chosen.allowed() ? Outcome.UNCHANGED : Outcome.NEWER_CHOICE_KEPT;
    }

    private static Outcome optOut(ImportLine line, Choice chosen) {
        boolean ofTheTimeBefore = chosen.source() == Source.IMPORT;
        if (line.decidedAt() == null) {
            // Whoever has chosen here has done so since.
            boolean counts = ofTheTimeBefore && !isUndated(chosen);
            return counts ? Outcome.OPT_OUT : chosen.allowed() ? Outcome.NEWER_CHOICE_KEPT : Outcome.UNCHANGED;
        }
        if (chosen.allowed()) {
            return line.decidedAt().isBefore(chosen.since()) ? Outcome.NEWER_CHOICE_KEPT : Outcome.OPT_OUT;
        }
        // A later no of the time before counts against a yes in between.
        boolean later =
                ofTheTimeBefore && !isUndated(chosen) && line.decidedAt().isAfter(chosen.since());
        return later ? Outcome.OPT_OUT : Outcome.UNCHANGED;
    }

    private static boolean isUndated(Choice chosen) {
        return chosen.noticeVersion().equals(UNDATED);
    }

    private static Outcome applied(ImportLine line) {
        return line.allowed() ? Outcome.OPT_IN : Outcome.OPT_OUT;
    }

    /** The lines that change something, one for each choice. */
    public List<ImportLine> changes() {
        return List.copyOf(changes.values());
    }

    /** What became of each line, in no order. */
    public List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
