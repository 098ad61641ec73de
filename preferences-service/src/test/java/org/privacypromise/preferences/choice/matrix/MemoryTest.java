package org.privacypromise.preferences.choice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.choice.matrix.Conflict.Winner;
import org.privacypromise.preferences.choice.matrix.Conflict.Word;

class MemoryTest {

    private static final Cell EMAIL = new Cell("marketing-main", "email", "main");
    private static final Cell SMS = new Cell("marketing-main", "sms", "main");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    @Test
    void what_somebody_decides_in_their_account_settles_a_conflict_and_no_other_way_does() {
        Memory memory = Memory.NOTHING.with(List.of(conflict(EMAIL, MONDAY), conflict(SMS, MONDAY)));

        assertThat(memory.afterDecisionsOn(List.of(EMAIL), Source.CUSTOMER).conflicts())
                .containsExactly(conflict(SMS, MONDAY));
        assertThat(memory.afterDecisionsOn(List.of(EMAIL), Source.UNSUBSCRIBE_LINK)
                        .conflicts())
                .hasSize(2);
    }

    @Test
    void a_decision_by_whichever_way_is_no_longer_undone() {
        Memory memory = Memory.NOTHING.with(new EverythingOff(MONDAY, List.of(), List.of(EMAIL, SMS)));

        assertThat(memory.afterDecisionsOn(List.of(SMS), Source.GPC).everythingOff())
                .isEqualTo(new EverythingOff(MONDAY, List.of(), List.of(EMAIL)));
        assertThat(memory.wantsNothing()).isTrue();
    }

    @Test
    void a_conflict_that_was_dismissed_does_not_come_back_while_nothing_changes() {
        Conflicts dismissed = Conflicts.NONE.with(conflict(EMAIL, MONDAY)).dismiss(EMAIL);

        assertThat(dismissed.open()).isEmpty();
        assertThat(dismissed.with(conflict(EMAIL, TUESDAY)).open()).isEmpty();
    }

    @Test
    void a_new_contradiction_on_the_same_cell_is_shown_in_place_of_the_old_one() {
        Conflict other = Conflict.between(
                EMAIL,
                new Word(false, TUESDAY, Source.CUSTOMER),
                new Word(true, TUESDAY, Source.CONFIRMATION_LINK),
                Winner.HERE,
                TUESDAY);

        assertThat(Conflicts.NONE
                        .with(conflict(EMAIL, MONDAY))
                        .dismiss(EMAIL)
                        .with(other)
                        .open())
                .containsExactly(other);
    }

    @Test
    void the_first_signal_of_a_browser_counts() {
        Memory memory = Memory.NOTHING.heardGpc(MONDAY).heardGpc(TUESDAY);

        assertThat(memory.gpcSince()).isEqualTo(MONDAY);
    }

    private static Conflict conflict(Cell cell, Instant noticed) {
        return Conflict.between(
                cell,
                new Word(true, MONDAY, Source.CUSTOMER),
                new Word(false, MONDAY, Source.UNSUBSCRIBE_LINK),
                Winner.THERE,
                noticed);
    }
}
