package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {

    @TempDir
    Path folder;

    @Test
    void some_parts_come_in_the_order_of_all() {
        assertThat(Parts.some(Site.in(folder), Set.of("preferences", "kafka", "postgresql")))
                .extracting(Part::name)
                .containsExactly("postgresql", "kafka", "preferences");
    }

    @Test
    void a_part_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> Parts.some(Site.in(folder), Set.of("kafka", "zookeeper")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zookeeper");
    }

    @Test
    void a_program_that_is_measured_is_the_same_one_compiled_for_its_peak() {
        // Given
        Command toLookAt = Command.java(64, Map.of("A", "b"), List.of("-jar", "service.jar"));
        // When
        Command toMeasure = toLookAt.atPeak();
        // Then
        assertThat(toLookAt.line()).contains("-Xmx64m", "-XX:TieredStopAtLevel=1");
        assertThat(toMeasure.line())
                .contains("-Xmx512m", "-jar", "service.jar")
                .doesNotContain("-Xmx64m", "-XX:TieredStopAtLevel=1");
        assertThat(toMeasure.environment()).isEqualTo(toLookAt.environment());
    }
}
