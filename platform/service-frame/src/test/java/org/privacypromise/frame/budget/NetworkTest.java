package org.privacypromise.frame.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @Test
    void each_ipv4_address_is_a_caller() {
        assertThat(Network.of("192.0.2.1")).isEqualTo(Network.of("192.0.2.1")).isNotEqualTo(Network.of("192.0.2.2"));
    }

    @Test
    void all_addresses_of_an_ipv6_network_are_one_caller() {
        assertThat(Network.of("2001:db8:0:1::1"))
                .isEqualTo(Network.of("2001:db8:0:1:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(Network.of("2001:db8:0:2::1"));
    }

    @Test
    void an_ipv4_address_written_as_ipv6_is_the_same_caller() {
        assertThat(Network.of("::ffff:192.0.2.1")).isEqualTo(Network.of("192.0.2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unix", "proxy.example.org", "300.1.1.1", "192.0.2.1:80"})
    void whatever_is_no_address_shares_one_budget_and_is_never_looked_up(String text) {
        assertThat(Network.of(text)).isEqualTo("unknown");
    }
}
