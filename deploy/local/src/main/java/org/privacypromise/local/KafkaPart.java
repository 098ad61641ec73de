package org.privacypromise.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import org.privacypromise.teststack.KafkaBroker;
import org.privacypromise.teststack.KafkaTopics;

/** The program that is Kafka: one durable broker in this JVM, with every topic of the suite. */
final class KafkaPart {

    private KafkaPart() {}

    public static void main(String[] arguments) throws IOException {
        Logs.from(Level.WARNING);
        Site site = Site.in(Path.of(arguments[0]));
        KafkaBroker broker = KafkaBroker.durable(
                site.data(Parts.KAFKA),
                site.ports().of(Parts.KAFKA),
                site.ports().of("kafka-controller"));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        KafkaTopics.create(broker.bootstrapServers(), Topics.all());
        broker.awaitShutdown();
    }
}
