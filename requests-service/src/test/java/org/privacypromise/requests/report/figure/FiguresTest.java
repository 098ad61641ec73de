package org.privacypromise.requests.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.report.figure.Happened.Closed;

class FiguresTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-01T12:00:00Z");
    private static final LocalDate DUE = LocalDate.parse("2026-12-01");

    @Test
    void requests_of_one_kind_that_ended_in_one_way_are_one_line() {
        // Given answers after 1, 2, ..., 20 days, and two that came after the due date
        List<Closed> closed = Stream.concat(
                        IntStream.rangeClosed(1, 20).mapToObj(days -> closed("ACCESS", "ANSWERED", null, days)),
                        Stream.of(closed("ACCESS", "ANSWERED", null, 31), closed("ACCESS", "ANSWERED", null, 40)))
                .toList();

        // When
        Figures figures = Figures.of(new Happened(List.of(), closed, List.of(), List.of()));

        // Then
        assertThat(figures.closed())
                .containsExactly(new Figures.Ended("ACCESS", "UK_GDPR", "ANSWERED", 22, 20, 2, 11.0, 31.0));
    }

    @Test
    void the_whole_of_the_due_date_is_in_time() {
        Closed last =
                new Closed("ACCESS", "UK_GDPR", "ANSWERED", null, RECEIVED, Instant.parse("2026-12-01T23:59:59Z"), DUE);
        Closed late =
                new Closed("ACCESS", "UK_GDPR", "ANSWERED", null, RECEIVED, Instant.parse("2026-12-02T00:00:00Z"), DUE);

        Figures figures = Figures.of(new Happened(List.of(), List.of(last, late), List.of(), List.of()));

        assertThat(figures.closed()).singleElement().satisfies(line -> {
            assertThat(line.onTime()).isEqualTo(1);
            assertThat(line.late()).isEqualTo(1);
        });
    }

    @Test
    void nobody_was_late_with_what_was_taken_back() {
        Figures figures = Figures.of(
                new Happened(List.of(), List.of(closed("ERASURE", "WITHDRAWN", null, 90)), List.of(), List.of()));

        assertThat(figures.closed())
                .containsExactly(new Figures.Ended("ERASURE", "UK_GDPR", "WITHDRAWN", 1, 0, 0, null, null));
    }

    @Test
    void refusals_are_told_by_their_ground_and_those_over_fraud_apart() {
        List<Closed> closed = List.of(
                closed("ACCESS", "REFUSED", "EXCESSIVE", 3),
                closed("ACCESS", "REFUSED", "EXCESSIVE", 4),
                closed("ACCESS", "REFUSED", null, 5),
                closed("ACCESS", "ANSWERED", null, 5));

        assertThat(Figures.of(new Happened(List.of(), closed, List.of(), List.of()))
                        .refusals())
                .containsExactly(
                        new Figures.Refusals("EXCESSIVE", "ACCESS", "UK_GDPR", 2),
                        new Figures.Refusals("FRAUD_REVIEW", "ACCESS", "UK_GDPR", 1));
    }

    @Test
    void the_order_in_which_things_come_from_the_database_changes_nothing() {
        long seed = System.nanoTime();
        List<Closed> closed = new ArrayList<>(List.of(
                closed("ACCESS", "REFUSED", "EXCESSIVE", 3),
                closed("ERASURE", "ANSWERED", null, 4),
                closed("ACCESS", "ANSWERED", null, 5)));
        List<Happened.Received> received = new ArrayList<>(List.of(
                new Happened.Received("ERASURE", "UK_GDPR", "GUEST", 2),
                new Happened.Received("ACCESS", "EU_GDPR", "GUEST", 1)));
        Figures figures = Figures.of(new Happened(received, closed, List.of(), List.of()));

        Collections.shuffle(closed, new Random(seed));
        Collections.shuffle(received, new Random(seed));

        assertThat(Figures.of(new Happened(received, closed, List.of(), List.of())))
                .as("seed %d", seed)
                .isEqualTo(figures);
    }

    @Test
    void a_month_without_requests_has_a_report_too() {
        assertThat(Figures.of(new Happened(List.of(), List.of(), List.of(), List.of()))
                        .closed())
                .isEmpty();
    }

    static Closed closed(String right, String outcome, String ground, int days) {
        return closed(right, "UK_GDPR", outcome, ground, days);
    }

    static Closed closed(String right, String regime, String outcome, String ground, int days) {
        return new Closed(right, regime, outcome, ground, RECEIVED, RECEIVED.plus(Duration.ofDays(days)), DUE);
    }
}
