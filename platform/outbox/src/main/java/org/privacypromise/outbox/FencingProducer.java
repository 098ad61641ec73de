package org.privacypromise.outbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches, each whole or not at all, and renews its producer after any fault. Its methods block, and one thread
 * at a time may call them.
 */
final class FencingProducer implements AutoCloseable {

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(2);

    private final Supplier<Producer<String, byte[]>> fresh;
    private volatile @Nullable Producer<String, byte[]> current;

    /** @param fresh makes producers that all have the same transactional id */
    FencingProducer(Supplier<Producer<String, byte[]>> fresh) {
        this.fresh = fresh;
    }

    /** Whether there is a producer that has not failed yet; another instance may have fenced it all the same. */
    boolean isReady() {
        return current != null;
    }

    /** Gets a fresh producer; the broker refuses from now on what earlier ones send, and aborts what they have begun. */
    void takeOver() {
        discard();
        Producer<String, byte[]> producer = fresh.get();
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        current = producer;
    }

    /** Returns when every record is acknowledged by all replicas; on any fault none becomes visible. */
    void send(List<ProducerRecord<String, byte[]>> batch) {
        Producer<String, byte[]> producer = current;
        if (producer == null) {
            throw new IllegalStateException("no producer: take over first");
        }
        try {
            producer.beginTransaction();
            batch.forEach(producer::send);
            producer.commitTransaction();
        } catch (RuntimeException e) {
            // The next producer's start aborts the transaction.
            discard();
            throw e;
        }
    }

    private void discard() {
        Producer<String, byte[]> producer = current;
        current = null;
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        Producer<String, byte[]> producer = current;
        current = null;
        if (producer != null) {
            producer.close(PATIENCE_AT_THE_END);
        }
    }
}
