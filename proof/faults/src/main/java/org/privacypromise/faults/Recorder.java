package org.privacypromise.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.privacypromise.faults.history.Operation;

/** What all clients of a round asked and were told. */
final class Recorder {

    private final AtomicLong numbers;
    private final List<Operation> operations = new ArrayList<>();

    /** @param numbers names operations; shared by all rounds, for the ledger is */
    Recorder(AtomicLong numbers) {
        this.numbers = numbers;
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    synchronized void add(Operation operation) {
        operations.add(operation);
    }

    synchronized List<Operation> operations() {
        return List.copyOf(operations);
    }

    synchronized long count(Operation.Outcome outcome) {
        return operations.stream().filter(one -> one.outcome() == outcome).count();
    }
}
