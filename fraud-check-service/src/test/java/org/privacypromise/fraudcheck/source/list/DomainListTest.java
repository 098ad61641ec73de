package org.privacypromise.fraudcheck.source.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainListTest {

    private static final String HEAD = """
            # name: Test
            # publisher: nobody
            # version: 1
            # retrieved: 2026-11-25
            # reliability: none
            # expires: 2027-11-25
            # a remark
            """;

    private final DomainList list = DomainList.parse(HEAD + "throwaway.example\n\nxn--mller-kva.example\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throwaway.example",
                "THROWAWAY.Example",
                "throwaway.example.",
                "a.b.throwaway.example",
                "müller.example",
                "xn--mller-kva.example"
            })
    void a_domain_is_found_however_it_is_written_and_whatever_stands_before_it(String domain) {
        assertThat(list.contains(domain)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "example",
                "notthrowaway.example",
                "throwaway.example.org",
                "throwaway",
                "muller.example",
                "# name: Test",
                "\u0000"
            })
    void another_domain_is_not(String domain) {
        assertThat(list.contains(domain)).isFalse();
    }

    @Test
    void what_is_too_long_to_be_a_domain_is_not_looked_up() {
        assertThat(list.contains("a.".repeat(500) + "throwaway.example")).isFalse();
        assertThat(list.contains("x".repeat(64) + "." + "throwaway.example")).isFalse();
    }

    @Test
    void the_list_says_where_it_is_from_and_until_when_it_is_believed() {
        assertThat(list.source())
                .isEqualTo(new PublicSource(
                        "Test", "nobody", "1", LocalDate.of(2026, 11, 25), "none", LocalDate.of(2027, 11, 25)));
        assertThat(list.source().isExpired(LocalDate.of(2027, 11, 25))).isFalse();
        assertThat(list.source().isExpired(LocalDate.of(2027, 11, 26))).isTrue();
        assertThat(list.size()).isEqualTo(2);
    }

    @Test
    void a_list_from_nowhere_is_no_evidence() {
        for (String line : HEAD.lines().limit(6).toList()) {
            assertThatThrownBy(() -> DomainList.parse(HEAD.replace(line + "\n", "") + "throwaway.example"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(line.substring(2).split(":", 2)[0]);
        }
        assertThatThrownBy(() -> DomainList.parse(HEAD)).hasMessageContaining("no domain");
        assertThatThrownBy(() -> DomainList.parse(HEAD.replace("2026-11-25", "yesterday") + "a.example"))
                .hasMessageContaining("retrieved");
    }

    @Test
    void the_list_that_ships_knows_a_famous_one_and_none_of_the_large_providers() throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/privacy/disposable-domains.txt")) {
            DomainList shipped = DomainList.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(shipped.contains("mailinator.com")).isTrue();
            assertThat(java.util.List.of(
                            "gmail.com",
                            "outlook.com",
                            "yahoo.co.uk",
                            "icloud.com",
                            "gmx.de",
                            "proton.me",
                            "example.org"))
                    .noneMatch(shipped::contains);
            assertThat(shipped.size()).isGreaterThan(5000);
        }
    }
}
