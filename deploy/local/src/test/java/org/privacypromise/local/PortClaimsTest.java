package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortClaimsTest {

    @TempDir
    Path folder;

    @Test
    void two_stacks_that_start_at_once_never_get_the_same_port() {
        Ports ports = Ports.free(folder.resolve("ports.properties"));
        try (PortClaims first = PortClaims.of(ports, List.of("kafka"))) {
            assertThatThrownBy(() -> PortClaims.of(ports, List.of("orders", "kafka")))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Another stack is being started on port " + ports.of("kafka"))
                    .hasMessageContaining("kafka needs it")
                    .hasMessageContaining(folder.resolve("ports.properties").toString());
        }
    }

    @Test
    void other_ports_can_be_claimed_meanwhile_and_the_same_ones_afterwards() {
        Ports ports = Ports.free(folder.resolve("ports.properties"));
        try (PortClaims first = PortClaims.of(ports, List.of("kafka"))) {
            assertThatCode(() -> PortClaims.of(ports, List.of("orders")).close())
                    .doesNotThrowAnyException();
        }

        assertThatCode(() -> PortClaims.of(ports, List.of("kafka")).close()).doesNotThrowAnyException();
    }
}
