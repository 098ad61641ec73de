package org.privacypromise.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.privacypromise.local.LocalStack;

/** What is killed in a round while the writers write, each time by kill -9. When the fault is over, all runs again. */
enum Fault {
    SERVICE("preferences-service is killed") {
        @Override
        void strike(LocalStack stack, Random random) {
            stack.kill(PREFERENCES);
            stack.start(PREFERENCES);
        }
    },
    BROKER("the broker is killed; writes go on") {
        @Override
        void strike(LocalStack stack, Random random) {
            stack.kill(KAFKA);
            Patience.pause(between(random, 100, 1500));
            stack.start(KAFKA);
        }
    },
    BROKER_THEN_SERVICE("the broker is killed, then preferences-service with what it could not publish") {
        @Override
        void strike(LocalStack stack, Random random) {
            stack.kill(KAFKA);
            Patience.pause(between(random, 100, 1000));
            stack.kill(PREFERENCES);
            startAtOnce(stack, List.of(KAFKA, PREFERENCES));
        }
    },
    SERVICE_THEN_BROKER("preferences-service is killed, and the broker while it comes back") {
        @Override
        void strike(LocalStack stack, Random random) {
            stack.kill(PREFERENCES);
            Thread back = Thread.ofVirtual().start(() -> stack.start(PREFERENCES));
            Patience.pause(between(random, 500, 4000));
            stack.kill(KAFKA);
            stack.start(KAFKA);
            join(back);
        }
    };

    static final String PREFERENCES = "preferences";
    static final String KAFKA = "kafka";

    private final String inWords;

    Fault(String inWords) {
        this.inWords = inWords;
    }

    /** Kills, and returns when everything is healthy again. */
    abstract void strike(LocalStack stack, Random random);

    /** Whether the customers' requests must all be answered meanwhile. */
    boolean sparesTheService() {
        return this == BROKER;
    }

    String inWords() {
        return inWords;
    }

    static Fault any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    static Duration between(Random random, int from, int to) {
        return Duration.ofMillis(from + random.nextInt(to - from));
    }

    private static void startAtOnce(LocalStack stack, List<String> parts) {
        parts.stream()
                .map(part -> Thread.ofVirtual().start(() -> stack.start(part)))
                .toList()
                .forEach(Fault::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
