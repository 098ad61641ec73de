package org.privacypromise.fraudcheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSourceTest {

    @Test
    void without_a_file_the_default_rules_are_in_force() {
        assertThat(new RuleSource().rules(Optional.empty()).version()).isEqualTo("1.0.0");
    }

    @Test
    void a_file_with_faults_keeps_the_service_from_starting(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rules.yaml"), "version: 1\nlanguage: en\nrules: [{ key: a }]\n");

        assertThatThrownBy(() -> new RuleSource().rules(Optional.of(file)))
                .isInstanceOf(InvalidRuleSetException.class)
                .hasMessageContaining("line 3, rule a: The field `when` is missing. Add `when:`.");
    }
}
