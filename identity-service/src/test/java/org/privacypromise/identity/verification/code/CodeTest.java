package org.privacypromise.identity.verification.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    @Test
    void a_code_has_eight_digits() {
        assertThat(Stream.generate(Code::random).limit(1000))
                .allSatisfy(code -> assertThat(code.reveal()).matches("[0-9]{8}"));
    }

    @Test
    void every_digit_comes_at_every_place() {
        var seen = Stream.generate(Code::random)
                .limit(2000)
                .flatMap(code -> Stream.iterate(0, i -> i < 8, i -> i + 1)
                        .map(i -> i + ":" + code.reveal().charAt(i)))
                .collect(Collectors.toSet());

        assertThat(seen).hasSize(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "1234 5678", " 12-34-56-78\n"})
    void spaces_between_the_digits_do_no_harm(String typed) {
        assertThat(Code.typed(typed).orElseThrow().reveal()).isEqualTo("12345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "123456789", "abcdefgh", "1234567x", "１２３４５６７８", "+1234567"})
    void anything_else_is_no_code(String typed) {
        assertThat(Code.typed(typed)).isEmpty();
    }

    @Test
    void a_code_does_not_show_itself() {
        assertThat(Code.random()).hasToString("[code]");
    }
}
