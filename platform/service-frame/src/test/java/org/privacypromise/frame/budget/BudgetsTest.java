package org.privacypromise.frame.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BudgetsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String ADDRESS = "192.0.2.1";

    private final Budgets budgets = new Budgets(3, Duration.ofSeconds(10), 100);

    @Test
    void what_is_there_can_be_spent_at_once_and_no_more() {
        spend(ADDRESS, 3);

        assertThat(budgets.spend(ADDRESS, NOW).pause()).isEqualTo(Duration.ofSeconds(10));
        assertThat(budgets.spend(ADDRESS, NOW.plusSeconds(4)).pause()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void it_grows_back_but_not_beyond_what_it_was() {
        spend(ADDRESS, 3);

        assertThat(budgets.spend(ADDRESS, NOW.plusSeconds(10)).pause()).isZero();
        assertThat(budgets.spend(ADDRESS, NOW.plusSeconds(10)).pause()).isPositive();
        Instant muchLater = NOW.plus(Duration.ofDays(1));
        for (int i = 0; i < 3; i++) {
            assertThat(budgets.spend(ADDRESS, muchLater).pause()).isZero();
        }
        assertThat(budgets.spend(ADDRESS, muchLater).pause()).isPositive();
    }

    @Test
    void a_clock_that_goes_back_gives_nothing_and_takes_nothing() {
        spend(ADDRESS, 2);

        assertThat(budgets.spend(ADDRESS, NOW.minusSeconds(3600)).pause()).isZero();
        assertThat(budgets.spend(ADDRESS, NOW.minusSeconds(3600)).pause()).isPositive();
    }

    @Test
    void another_address_has_its_own() {
        spend(ADDRESS, 3);

        assertThat(budgets.spend("192.0.2.2", NOW).pause()).isZero();
        assertThat(budgets.spend("", NOW).pause()).isZero();
    }

    @Test
    void a_network_of_ipv6_is_one_address() {
        for (int i = 0; i < 3; i++) {
            assertThat(budgets.spend("2001:db8:0:1::" + i, NOW).pause()).isZero();
        }

        assertThat(budgets.spend("2001:db8:0:1:ffff::1", NOW).pause()).isPositive();
        assertThat(budgets.spend("2001:db8:0:2::1", NOW).pause()).isZero();
    }

    @Test
    void whoever_is_forgotten_was_seen_longest_ago() {
        Budgets few = new Budgets(1, Duration.ofSeconds(10), 2);
        few.spend("192.0.2.1", NOW);
        few.spend("192.0.2.2", NOW);
        few.spend("192.0.2.3", NOW);

        assertThat(few.spend("192.0.2.3", NOW).pause()).isPositive();
        assertThat(few.spend("192.0.2.1", NOW).pause()).isZero();
    }

    @Test
    void it_is_told_how_many_are_left_and_when_there_is_another() {
        assertThat(budgets.spend(ADDRESS, NOW).left()).isEqualTo(2);
        spend(ADDRESS, 2);

        Budgets.Spending refused = budgets.spend(ADDRESS, NOW.plusMillis(500));

        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.left()).isZero();
        assertThat(refused.retryAfterSeconds()).isEqualTo(10);
    }

    private void spend(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(budgets.spend(address, NOW).pause()).isZero();
        }
    }
}
