package org.privacypromise.fraudcheck.signal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.privacypromise.fraudcheck.velocity.count.Counts;
import org.privacypromise.fraudcheck.velocity.count.Measure;
import org.privacypromise.fraudcheck.velocity.count.Window;

class SignalsTest {

    @Test
    void every_signal_has_a_value_of_its_kind_even_if_nothing_is_known() {
        Map<String, Object> values = Signals.of(Facts.none(), Counts.none()).values();

        assertThat(values).hasSize(Signal.everyOne().size());
        for (Signal signal : Signal.everyOne()) {
            assertThat(values.get(signal.name()))
                    .isEqualTo(
                            switch (signal.kind()) {
                                case COUNT -> 0L;
                                case FLAG -> false;
                                case WORD -> "";
                            });
        }
    }

    @Test
    void values_are_what_was_found() {
        Signals signals = Signals.of(
                new Facts("ERASURE", "WEB", "access-request", true, false, true, true),
                Counts.of(Map.of(Measure.ORIGIN_REQUESTS, Map.of(Window.LAST_HOUR, 6L))));

        assertThat(signals.telling())
                .isEqualTo(Map.of(
                        "right",
                        "ERASURE",
                        "channel",
                        "WEB",
                        "purpose",
                        "access-request",
                        "origin.known",
                        true,
                        "customer.known",
                        true,
                        "mailbox.checked",
                        true,
                        "mailbox.disposable",
                        true,
                        "origin.requests.last_hour",
                        6L));
    }

    @Test
    void a_mailbox_that_was_checked_and_is_a_lasting_one_is_told_apart_from_one_that_was_not_checked() {
        Facts lasting = new Facts(null, null, null, false, false, false, false);

        assertThat(Signals.of(lasting, Counts.none()).telling()).isEqualTo(Map.of("mailbox.checked", true));
        assertThat(Signals.of(Facts.none(), Counts.none()).telling()).isEmpty();
    }

    @Test
    void counts_are_no_facts() {
        assertThatThrownBy(() -> Facts.none().valueOf(Signal.count(Measure.ORIGIN_REQUESTS, Window.LAST_DAY)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
