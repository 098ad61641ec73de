package org.privacypromise.subjecttasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.KafkaBroker;

class LedgerAwayIT {

    @Test
    void a_broker_that_does_not_answer_is_told_from_a_fault_of_our_own() {
        ErasureLedger ledger = new ErasureLedger(Map.of("bootstrap.servers", "127.0.0.1:1"));

        assertThatThrownBy(() -> ledger.read(Map.of())).isInstanceOf(KafkaException.class);

        ledger.stop(new ShutdownEvent());
    }

    @Test
    void where_nothing_was_ever_erased_there_is_nothing_to_read_and_no_topic_is_made() throws Exception {
        try (KafkaBroker broker = KafkaBroker.throwaway()) {
            ErasureLedger ledger = new ErasureLedger(Map.of("bootstrap.servers", broker.bootstrapServers()));

            for (int i = 0; i < 2; i++) {
                LedgerEntries entries = ledger.read(Map.of());
                assertThat(entries.complete()).isTrue();
                assertThat(entries.erasures()).isEmpty();
                assertThat(entries.next()).isEmpty();
            }

            // But if something was read before, somebody has lost the ledger
            assertThatThrownBy(() -> ledger.read(Map.of(0, 7L))).isInstanceOf(PlainException.class);

            ledger.stop(new ShutdownEvent());
        }
    }
}
