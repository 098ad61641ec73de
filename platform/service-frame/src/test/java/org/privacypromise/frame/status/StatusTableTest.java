package org.privacypromise.frame.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StatusTableTest {

    @Test
    void columns_stand_below_one_another() {
        String printed = new StatusTable("SYSTEM", "OPEN")
                .row("orders", 3)
                .row("marketing", 12)
                .print("none");

        assertThat(printed).isEqualTo("""
                SYSTEM      OPEN
                orders      3
                marketing   12
                """);
    }

    @Test
    void nothing_is_said_in_words() {
        assertThat(new StatusTable("SYSTEM").print("No system is behind.")).isEqualTo("No system is behind.\n");
    }

    @Test
    void a_row_has_a_cell_for_each_head() {
        StatusTable table = new StatusTable("SYSTEM", "OPEN");

        assertThatThrownBy(() -> table.row("orders")).isInstanceOf(IllegalArgumentException.class);
    }
}
