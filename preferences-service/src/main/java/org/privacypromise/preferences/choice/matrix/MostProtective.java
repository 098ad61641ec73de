package org.privacypromise.preferences.choice.matrix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.privacypromise.preferences.choice.matrix.Conflict.Winner;
import org.privacypromise.preferences.choice.matrix.Conflict.Word;

/**
 * Two records turn out to be about the same subject, an account ("here") and a contact point ("there"): a no on either
 * side holds on both, and a yes holds where the other side has said nothing. Whoever has switched everything off has said
 * no to all of it, and a no there is a newer word that undoing does not touch. It does not matter in which order several
 * contact points are looked at.
 *
 * @param refusedHere what the account has to refuse now
 * @param allowedHere what was allowed there, and the account has said nothing about
 * @param refusedThere what the contact point has to refuse now
 * @param conflicts what was said differently
 */
public record MostProtective(
        List<Decision> refusedHere, List<Choice> allowedHere, List<Decision> refusedThere, List<Conflict> conflicts) {

    /** @param memory what is known of the account beside its choices */
    public static MostProtective of(ChoiceMatrix here, Memory memory, ChoiceMatrix there, Instant now) {
        List<Decision> refusedHere = new ArrayList<>();
        List<Choice> allowedHere = new ArrayList<>();
        List<Decision> refusedThere = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (Choice theirs : there.choices()) {
            Cell cell = theirs.cell();
            Optional<Word> ours = memory.wordOn(cell, here);
            if (ours.isPresent() && ours.get().allowed() != theirs.allowed()) {
                Winner winner = theirs.allowed() ? Winner.HERE : Winner.THERE;
                conflicts.add(Conflict.between(cell, ours.get(), Word.of(theirs), winner, now));
                (theirs.allowed() ? refusedThere : refusedHere).add(new Decision(cell, false));
            } else if (ours.isEmpty() && theirs.allowed()) {
                allowedHere.add(theirs);
            } else if (ours.isEmpty() || (!theirs.allowed() && isToBeSaid(cell, here, memory))) {
                refusedHere.add(new Decision(cell, false));
            }
        }
        return new MostProtective(
                List.copyOf(refusedHere), List.copyOf(allowedHere), List.copyOf(refusedThere), List.copyOf(conflicts));
    }

    /** Whether a no of the account's is not one that would last. */
    private static boolean isToBeSaid(Cell cell, ChoiceMatrix here, Memory memory) {
        return here.at(cell).isEmpty() || memory.wouldUndo(cell);
    }

    /** Only what there was refused: who has not proven that the contact point is theirs does not learn of a yes there. */
    public MostProtective refusalsOnly() {
        return new MostProtective(
                refusedHere,
                List.of(),
                List.of(),
                conflicts.stream()
                        .filter(conflict -> conflict.winner() == Winner.THERE)
                        .toList());
    }

    /** Only what there was allowed: each no there has reached the account before, and the account may have said yes since. */
    public MostProtective allowancesOnly() {
        return new MostProtective(
                List.of(),
                allowedHere,
                refusedThere,
                conflicts.stream()
                        .filter(conflict -> conflict.winner() == Winner.HERE)
                        .toList());
    }
}
