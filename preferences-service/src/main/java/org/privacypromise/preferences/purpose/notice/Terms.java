package org.privacypromise.preferences.purpose.notice;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.purpose.notice.Notice.Way;

/**
 * What of a notice decides about choices: on what each purpose rests, and which ways to be reached it has.
 *
 * @param bases purpose to its legal bases; empty while the controller has yet to decide
 */
public record Terms(Map<String, Set<String>> bases, Map<Cell, Way> ways) {

    private static final String LEGITIMATE_INTERESTS = "LEGITIMATE_INTERESTS";

    public Terms {
        bases = Map.copyOf(bases);
        ways = Map.copyOf(ways);
    }

    public static Terms of(Notice notice) {
        Map<String, Set<String>> bases = new LinkedHashMap<>();
        Map<Cell, Way> ways = new HashMap<>();
        for (Notice.Purpose purpose : notice.purposes()) {
            bases.put(
                    purpose.key(),
                    purpose.legalBases().stream().map(Notice.Basis::basis).collect(Collectors.toUnmodifiableSet()));
            purpose.ways().forEach(way -> ways.put(new Cell(purpose.key(), way.channel(), way.brand()), way));
        }
        return new Terms(bases, ways);
    }

    Optional<Way> way(Cell cell) {
        return Optional.ofNullable(ways.get(cell));
    }

    /** Whether a purpose rests on the same here and there. One that is in only one of them has no common ground. */
    boolean restsOnTheSameAs(Terms other, String purpose) {
        Set<String> here = bases.get(purpose);
        return here != null && here.equals(other.bases.get(purpose));
    }

    boolean restsOnLegitimateInterests(String purpose) {
        return bases.getOrDefault(purpose, Set.of()).contains(LEGITIMATE_INTERESTS);
    }

    /** The purposes that are in both and rest on something else here, in alphabetical order. */
    List<String> restingOnSomethingElseThan(Terms other) {
        return bases.keySet().stream()
                .filter(other.bases::containsKey)
                .filter(purpose -> !Objects.equals(bases.get(purpose), other.bases.get(purpose)))
                .sorted()
                .toList();
    }
}
