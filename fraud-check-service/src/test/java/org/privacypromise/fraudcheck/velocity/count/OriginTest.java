package org.privacypromise.fraudcheck.velocity.count;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, ::ffff:192.0.2.7",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002:0:0:0:1",
        "2001:db8::, 2001:db8::1"
    })
    void different_ways_to_write_an_address_and_all_addresses_of_one_line_are_one_origin(String one, String other) {
        assertThat(Origin.of(one)).isPresent().isEqualTo(Origin.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.8",
        "2001:db8:1:2::1, 2001:db8:1:3::1",
        "192.0.2.7, 2001:db8::c000:207",
        "0.0.0.0, ::1"
    })
    void different_lines_are_different_origins(String one, String other) {
        assertThat(Origin.of(one)).isPresent().isNotEqualTo(Origin.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.org",
                "a.b.c.d",
                "1",
                "127.1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "192.0.2.7 ",
                "192.0.2.7:80",
                "[2001:db8::1]",
                "::ffff:192.0.2.7 or something much longer than that",
                "gggg::1",
                ":::",
                "1.2.3.4\n"
            })
    void what_is_no_address_is_no_origin_and_no_name_is_looked_up(String text) {
        assertThat(Origin.of(text)).isEmpty();
    }

    @Test
    void an_origin_tells_network_and_line_apart() {
        assertThat(Origin.of("192.0.2.7")).contains("4:c0000207");
        assertThat(Origin.of("2001:db8:1:2:3:4:5:6")).contains("6:20010db800010002");
    }
}
