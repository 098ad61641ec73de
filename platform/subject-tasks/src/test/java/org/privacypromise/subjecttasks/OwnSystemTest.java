package org.privacypromise.subjecttasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask.Exemption;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;

class OwnSystemTest {

    private final PurposeRegister register = RegisterLoader.loadDefault();

    @Test
    void what_the_register_lets_it_keep_is_what_it_may_keep_after_a_restore() {
        assertThat(new OwnSystem(register, called("preferences")).exemptions())
                .containsExactly(
                        new Exemption("user.unique_id", "suppression"),
                        new Exemption("user.privacy_preferences", "consent-evidence"));
        assertThat(new OwnSystem(register, called("identity")).exemptions()).isEmpty();
    }

    @Test
    void a_service_that_is_no_system_of_the_register_does_not_start() {
        assertThatThrownBy(() -> new OwnSystem(register, called("preference")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("privacy.subject-tasks.system is `preference`");
    }

    private static SubjectTasksConfig called(String system) {
        return new SubjectTasksConfig() {
            @Override
            public String system() {
                return system;
            }

            @Override
            public Duration uploadTimeout() {
                return Duration.ofSeconds(1);
            }
        };
    }
}
