package org.privacypromise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void without_options_it_measures_everything_in_five_rounds() {
        Options options = Options.of("preferences");
        assertThat(options.quick()).isFalse();
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.only()).hasSize(7);
        assertThat(options.manyPeople()).isEqualTo(1_000_000);
    }

    @Test
    void each_option_changes_one_thing() {
        Options options = Options.of(
                "preferences",
                "--only",
                "read,growth",
                "--rounds",
                "9",
                "--seconds",
                "1.5",
                "--customers",
                "7",
                "--lines",
                "8");
        assertThat(options.only()).containsExactlyInAnyOrder("read", "growth");
        assertThat(options.rounds()).isEqualTo(9);
        assertThat(options.seconds()).isEqualTo(1.5);
        assertThat(options.manyPeople()).isEqualTo(7);
        assertThat(options.lines()).isEqualTo(8);
    }

    @Test
    void quick_is_small_wherever_it_stands() {
        assertThat(Options.of("preferences", "--rounds", "2", "--quick").quick())
                .isTrue();
        assertThat(Options.of("preferences", "--quick").people()).isEqualTo(2_000);
    }

    @Test
    void what_it_does_not_understand_it_refuses() {
        assertThatThrownBy(() -> Options.of("requests")).hasMessageContaining("preferences only");
        assertThatThrownBy(() -> Options.of("preferences", "--only", "reads")).hasMessageContaining("reads");
        assertThatThrownBy(() -> Options.of("preferences", "--fast", "1")).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.of("preferences", "--rounds")).hasMessageContaining("--rounds");
    }
}
