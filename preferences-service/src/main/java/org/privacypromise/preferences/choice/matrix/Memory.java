package org.privacypromise.preferences.choice.matrix;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Conflict.Word;

/**
 * What is known about a subject's choices beside the choices themselves. Immutable.
 *
 * @param everythingOff null unless the customer has switched everything off
 * @param gpcSince when the customer's browser first asked not to be followed; null if it never did
 */
public record Memory(
        @Nullable EverythingOff everythingOff,
        List<Conflict> conflicts,
        @Nullable Instant gpcSince) {

    public static final Memory NOTHING = new Memory(null, List.of(), null);

    public Memory {
        conflicts = List.copyOf(conflicts);
    }

    /** Not named like a property: it is no part of what is stored. */
    public boolean wantsNothing() {
        return everythingOff != null;
    }

    /** What the subject says about a cell: what they chose there, or else that they want nothing at all. */
    public Optional<Word> wordOn(Cell cell, ChoiceMatrix choices) {
        return choices.at(cell)
                .map(Word::of)
                .or(() -> Optional.ofNullable(everythingOff).map(off -> new Word(false, off.since(), Source.CUSTOMER)));
    }

    /** Whether undoing that everything is off would bring back what was in this cell before. */
    boolean wouldUndo(Cell cell) {
        return everythingOff != null && everythingOff.covers(cell);
    }

    public Conflicts contradictions() {
        return new Conflicts(conflicts);
    }

    /** After these cells have been decided on: by the customer in their account, which settles a conflict, or else. */
    public Memory afterDecisionsOn(Collection<Cell> cells, Source source) {
        Memory next = everythingOff == null ? this : with(everythingOff.without(cells));
        return source == Source.CUSTOMER ? next.with(next.contradictions().without(cells)) : next;
    }

    public Memory with(@Nullable EverythingOff off) {
        return new Memory(off, conflicts, gpcSince);
    }

    public Memory with(Conflicts contradictions) {
        return new Memory(everythingOff, contradictions.list(), gpcSince);
    }

    public Memory with(Collection<Conflict> found) {
        Conflicts next = contradictions();
        for (Conflict conflict : found) {
            next = next.with(conflict);
        }
        return with(next);
    }

    /** The first signal counts: an allowance after it is a newer word. */
    public Memory heardGpc(Instant now) {
        return gpcSince == null ? new Memory(everythingOff, conflicts, now) : this;
    }
}
