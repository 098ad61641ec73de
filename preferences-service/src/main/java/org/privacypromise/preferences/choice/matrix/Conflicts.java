package org.privacypromise.preferences.choice.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The contradictions about one subject's choices, at most one for each cell. Immutable. */
public record Conflicts(List<Conflict> list) {

    public static final Conflicts NONE = new Conflicts(List.of());

    public Conflicts {
        list = List.copyOf(list);
    }

    /** A newer one on the same cell takes the older one's place; one that is known already stays as it is. */
    public Conflicts with(Conflict conflict) {
        if (list.stream().anyMatch(conflict::isAbout)) {
            return this;
        }
        List<Conflict> next = new ArrayList<>(without(Set.of(conflict.cell())).list);
        next.add(conflict);
        return new Conflicts(next);
    }

    /** The customer has decided on these cells: there is nothing left to contradict. */
    public Conflicts without(Collection<Cell> decided) {
        return new Conflicts(list.stream()
                .filter(conflict -> !decided.contains(conflict.cell()))
                .toList());
    }

    /** It is remembered, so that it does not come back while nothing changes. */
    public Conflicts dismiss(Cell cell) {
        return new Conflicts(list.stream()
                .map(conflict -> conflict.cell().equals(cell) ? conflict.dismiss() : conflict)
                .toList());
    }

    /** Those to be shown. */
    public List<Conflict> open() {
        return list.stream().filter(conflict -> !conflict.dismissed()).toList();
    }
}
