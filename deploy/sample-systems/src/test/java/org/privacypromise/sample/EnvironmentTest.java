package org.privacypromise.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    @Test
    void what_is_set_is_read() {
        var environment = new Environment(Map.of("HTTP_PORT", "8091", "PREFERENCES_URL", "http://localhost:8082"));

        assertThat(environment.port("HTTP_PORT")).isEqualTo(8091);
        assertThat(environment.address("PREFERENCES_URL")).hasToString("http://localhost:8082");
        assertThat(environment.text("MAIL_FROM", "otherwise")).isEqualTo("otherwise");
    }

    @Test
    void what_is_missing_is_asked_for_by_name() {
        assertThatThrownBy(() -> new Environment(Map.of("DATABASE_URL", " ")).text("DATABASE_URL"))
                .isInstanceOf(Environment.WrongException.class)
                .hasMessage("Set the environment variable DATABASE_URL.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "80 80"})
    void what_is_no_port_is_said_so(String value) {
        assertThatThrownBy(() -> new Environment(Map.of("HTTP_PORT", value)).port("HTTP_PORT"))
                .hasMessageContaining("HTTP_PORT must be a port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8082", "ftp://localhost", "http://"})
    void what_is_no_http_address_is_said_so(String value) {
        assertThatThrownBy(() -> new Environment(Map.of("PREFERENCES_URL", value)).address("PREFERENCES_URL"))
                .hasMessageContaining("PREFERENCES_URL must be an http or https address");
    }
}
