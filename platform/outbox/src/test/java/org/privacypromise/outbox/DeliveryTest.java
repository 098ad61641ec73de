package org.privacypromise.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When an event is tried again, and when it is parked. */
class DeliveryTest {

    private static final Throwable PASSING = new RuntimeException(new IOException("connection reset"));
    private static final Throwable UNKNOWN = new IllegalStateException("name of a customer");

    private final Delivery delivery = new Delivery(3, Duration.ofMillis(100), Duration.ofSeconds(1));

    @Test
    void a_fault_that_passes_is_tried_for_ever_with_growing_but_bounded_pauses() {
        assertThat(delivery.after(PASSING)).hasMillis(100);
        assertThat(delivery.after(PASSING)).hasMillis(200);
        for (int i = 0; i < 1000; i++) {
            delivery.after(PASSING);
        }
        assertThat(delivery.after(PASSING)).hasSeconds(1);
        assertThat(delivery.verdict()).isNull();
    }

    @Test
    void poison_is_parked_at_once() {
        delivery.after(new RuntimeException(new PoisonEventException("no such purpose")));

        assertThat(delivery.verdict()).isNotNull();
    }

    @Test
    void an_unknown_fault_is_parked_after_its_tries_and_passing_ones_do_not_count() {
        delivery.after(UNKNOWN);
        delivery.after(PASSING);
        delivery.after(UNKNOWN);
        assertThat(delivery.verdict()).isNull();

        delivery.after(UNKNOWN);
        assertThat(delivery.verdict()).isSameAs(UNKNOWN);
    }

    @Test
    void if_even_parking_fails_the_event_is_judged_anew() {
        delivery.after(new PoisonEventException("seems so"));

        delivery.after(UNKNOWN);

        assertThat(delivery.verdict()).isNull();
        delivery.after(UNKNOWN);
        delivery.after(UNKNOWN);
        assertThat(delivery.verdict()).isNull();
    }

    @Test
    void what_a_database_says_about_itself_or_about_others_passes_but_not_what_it_says_about_the_data() {
        assertThat(Fault.of(database("57P01"))).isEqualTo(Fault.TRANSIENT);
        assertThat(Fault.of(database("40001"))).isEqualTo(Fault.TRANSIENT);
        assertThat(Fault.of(database("53300"))).isEqualTo(Fault.TRANSIENT);
        assertThat(Fault.of(new OptimisticLockException())).isEqualTo(Fault.TRANSIENT);
        assertThat(Fault.of(database("23505"))).isEqualTo(Fault.UNKNOWN);
        assertThat(Fault.of(new NullPointerException())).isEqualTo(Fault.UNKNOWN);
    }

    @Test
    void a_fault_is_described_without_its_message_unless_that_is_known_to_be_clean() {
        assertThat(Fault.describe(new RuntimeException(UNKNOWN)))
                .startsWith("java.lang.IllegalStateException at ")
                .doesNotContain("customer");
        assertThat(Fault.describe(new RuntimeException(new PoisonEventException("no such purpose"))))
                .isEqualTo("PoisonEventException: no such purpose");
    }

    private static Throwable database(String state) {
        return new RuntimeException(new PgException("message", "FATAL", state, "detail"));
    }
}
