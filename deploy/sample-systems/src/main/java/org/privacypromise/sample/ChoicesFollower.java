package org.privacypromise.sample;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Follows the choices of all customers: store them, acknowledge them, and only then move on in the topic.
 *
 * <p>That order is all there is to it. Whoever dies between two of the steps repeats the first ones after the restart,
 * which changes nothing, because the store ignores what is not newer and the acknowledgement comes out the same.
 */
final class ChoicesFollower implements TopicFollower.Work {

    static final String TOPIC = "preferences.state.v1";

    private final String system;
    private final ChoiceStore store;
    private final Outlet outlet;

    private ChoicesFollower(String system, ChoiceStore store, Outlet outlet) {
        this.system = system;
        this.store = store;
        this.outlet = outlet;
    }

    static TopicFollower of(
            String system, String bootstrapServers, ChoiceStore store, Supplier<Outlet> outlet, InstantSource clock) {
        TopicFollower.Opening opening = () -> {
            store.prepare();
            return new ChoicesFollower(system, store, outlet.get());
        };
        return new TopicFollower(system, TOPIC, bootstrapServers, opening, clock);
    }

    @Override
    public void on(List<ConsumerRecord<String, byte[]>> records) throws Exception {
        List<Acknowledgement> acknowledgements =
                store.apply(records.stream().map(StateRecord::read).toList());
        outlet.publish(acknowledgements.stream().map(said -> said.by(system)).toList());
    }

    @Override
    public void close() {
        outlet.close();
    }
}
