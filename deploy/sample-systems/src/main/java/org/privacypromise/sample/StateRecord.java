package org.privacypromise.sample;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record of the state topic asks a system to do. */
sealed interface StateRecord {

    /** CloudEvents 1.0, binary mode: the type is a header, the value is the payload alone. */
    String TYPE = "preferences.state.v1";

    /** Obey these choices from now on, and acknowledge. */
    record Obey(Choices choices) implements StateRecord {}

    /** Delete what is held for this key; without choices nothing is allowed. */
    record Forget(String key) implements StateRecord {}

    /** Something that this system was not written for. */
    record Ignore() implements StateRecord {}

    /**
     * A state that cannot be read may say "stop": what was held before is no permission any more, so it is forgotten. It
     * is not acknowledged either, so the suite shows that this system is behind.
     */
    static StateRecord read(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null) {
            return new Ignore();
        }
        if (message.value() == null) {
            return new Forget(message.key());
        }
        var type = message.headers().lastHeader("ce_type");
        if (type == null || !TYPE.equals(new String(type.value(), StandardCharsets.UTF_8))) {
            return new Ignore();
        }
        try {
            Choices choices = Json.MAPPER.readValue(message.value(), Choices.class);
            if (choices != null && choices.key().equals(message.key())) {
                return new Obey(choices);
            }
        } catch (IOException e) {
            // said below, without the exception: it quotes the payload
        }
        System.getLogger(StateRecord.class.getName())
                .log(
                        Level.ERROR,
                        "Unreadable state at {0}-{1} offset {2}: forgetting this subject''s choices until the next one.",
                        message.topic(),
                        message.partition(),
                        String.valueOf(message.offset()));
        return new Forget(message.key());
    }
}
