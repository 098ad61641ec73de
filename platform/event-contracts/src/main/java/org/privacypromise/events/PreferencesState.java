package org.privacypromise.events;

import java.time.Instant;
import java.util.List;

/**
 * Everything that is known about how one subject wants to be contacted: the latest record per key is the whole truth.
 * A record without a value is a tombstone: forget this subject and stop sending.
 *
 * @param registerVersion the purpose register in force when the state was written
 * @param choices each purpose, channel and brand at most once; one that is not listed is <em>not</em> allowed
 */
public record PreferencesState(
        String key, long version, String registerVersion, Instant changedAt, List<Choice> choices)
        implements PreferencesEvent {

    public PreferencesState {
        Shape.key(key);
        Shape.version(version);
        Shape.reference("registerVersion", registerVersion);
        Shape.present("changedAt", changedAt);
        choices = Shape.distinct("choices", choices, c -> List.of(c.purpose, c.channel, c.brand));
    }

    /**
     * One choice in force.
     *
     * @param since when it was made; re-stating the same choice does not move it
     */
    public record Choice(String purpose, String channel, String brand, boolean allowed, Instant since) {

        public Choice {
            Shape.registerKey("purpose", purpose);
            Shape.registerKey("channel", channel);
            Shape.registerKey("brand", brand);
            Shape.present("since", since);
        }
    }

    @Override
    public EventType type() {
        return EventType.PREFERENCES_STATE;
    }

    /** Whether this may be sent now. Absence is never permission. */
    public boolean allows(String purpose, String channel, String brand) {
        return choices.stream()
                .anyMatch(c ->
                        c.allowed && c.purpose.equals(purpose) && c.channel.equals(channel) && c.brand.equals(brand));
    }
}
