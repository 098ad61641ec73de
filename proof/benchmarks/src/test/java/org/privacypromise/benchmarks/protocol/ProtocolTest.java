package org.privacypromise.benchmarks.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.privacypromise.benchmarks.protocol.Result.Limit;

class ProtocolTest {

    @Test
    void the_median_is_in_the_middle_and_the_spread_between_the_ends() {
        assertThat(new Sample(List.of(3.0, 1.0, 10.0)).median()).isEqualTo(3.0);
        assertThat(new Sample(List.of(4.0, 1.0, 10.0, 2.0)).median()).isEqualTo(3.0);
        assertThat(new Sample(List.of(3.0, 1.0, 10.0)).spread()).isEqualTo(9.0);
        assertThatThrownBy(() -> new Sample(List.of())).hasMessageContaining("nothing was measured");
    }

    @Test
    void a_percentile_is_a_latency_that_occurred() {
        Latencies latencies = new Latencies();
        for (int i = 5000; i >= 1; i--) {
            latencies.add(i * 1_000_000L);
        }
        assertThat(latencies.count()).isEqualTo(5000);
        assertThat(latencies.millis(0.5)).isEqualTo(2500);
        assertThat(latencies.millis(0.99)).isEqualTo(4950);
        assertThat(latencies.millis(1)).isEqualTo(5000);
        assertThatThrownBy(() -> new Latencies().millis(0.5)).hasMessageContaining("nothing was measured");
    }

    @Test
    void a_round_is_abba_and_what_drifts_evenly_does_not_show() {
        // Given a machine that gets faster with each stretch, and two sides that are equally fast
        List<String> order = new ArrayList<>();
        Queue<Double> rates = new ArrayDeque<>(List.of(10.0, 20.0, 30.0, 40.0));
        // When
        Abba measured = Abba.of(1, () -> stretch("A", order, rates), () -> stretch("B", order, rates));
        // Then
        assertThat(order).containsExactly("A", "B", "B", "A");
        assertThat(measured.ratio().values()).containsExactly(1.0);
        assertThat(measured.a().median()).isEqualTo(25.0);
        assertThat(measured.b().median()).isEqualTo(25.0);
    }

    private static double stretch(String side, List<String> order, Queue<Double> rates) {
        order.add(side);
        return rates.remove();
    }

    @Test
    void arrivals_are_due_by_the_clock_and_not_by_what_was_done() {
        Arrivals arrivals = new Arrivals(100, 0.03);
        assertThat(arrivals.isDue(0)).isTrue();
        assertThat(arrivals.next()).isZero();
        assertThat(arrivals.isDue(9_999_999)).isFalse();
        // After a stall all that were due meanwhile are, each since its own moment.
        assertThat(arrivals.isDue(25_000_000)).isTrue();
        assertThat(arrivals.next()).isEqualTo(10_000_000);
        assertThat(arrivals.isDue(25_000_000)).isTrue();
        assertThat(arrivals.next()).isEqualTo(20_000_000);
        assertThat(arrivals.areOver()).isTrue();
        assertThat(arrivals.isDue(1_000_000_000)).isFalse();
    }

    @Test
    void a_result_is_held_against_its_limit_from_the_right_side() {
        Sample sample = new Sample(List.of(0.6));
        assertThat(Result.measured("k", sample, Limit.atLeast(0.6), "").holds()).isTrue();
        assertThat(Result.measured("k", sample, Limit.atLeast(0.61), "").holds())
                .isFalse();
        assertThat(Result.measured("k", sample, Limit.atMost(0.6), "").holds()).isTrue();
        assertThat(Result.measured("k", sample, Limit.atMost(0.59), "").holds()).isFalse();
        assertThat(Result.missing("k", Limit.atMost(1), "why").holds()).isFalse();
    }

    @Test
    void the_table_says_what_was_reached_and_what_was_not_measured() {
        String table = Result.table(List.of(
                Result.measured("fast", new Sample(List.of(0.7)), Limit.atLeast(0.6), "how fast"),
                Result.measured("slow", new Sample(List.of(123.0, 125.0)), Limit.atMost(100), "how slow"),
                Result.missing("absent", Limit.atMost(10), "is not there")));
        assertThat(table).contains("median", "spread", "limit");
        assertThat(table.lines()
                        .filter(line -> line.startsWith("fast"))
                        .findFirst()
                        .orElseThrow())
                .contains("0.70", ">= 0.60", "yes");
        assertThat(table.lines()
                        .filter(line -> line.startsWith("slow"))
                        .findFirst()
                        .orElseThrow())
                .contains("124", "2.00", "<= 100", "NO");
        assertThat(table.lines()
                        .filter(line -> line.startsWith("absent"))
                        .findFirst()
                        .orElseThrow())
                .contains("not measured");
        assertThat(table).contains("is not there");
        assertThat(new Sample(List.of(0.1, 0.2)).spread()).isCloseTo(0.1, within(1e-9));
    }
}
