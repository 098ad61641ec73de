package org.privacypromise.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** How this service publishes and receives events. */
@ConfigMapping(prefix = "privacy.outbox")
public interface OutboxConfig {

    /** Who publishes: the events' {@code ce_source} (with a leading slash) and the name that fences producers. */
    @NotBlank
    @WithDefault("${quarkus.application.name}")
    String source();

    /** The largest payload that {@link Outbox#append} takes, in bytes; below the broker's limit of a message. */
    @Min(1)
    @Max(900_000)
    @WithDefault("900000")
    int maxPayload();

    Relay relay();

    Inbound inbox();

    interface Relay {

        /** Off: events are written but not published, by this instance. */
        @WithDefault("true")
        boolean enabled();

        /** The most rows of one batch. */
        @Min(1)
        @Max(10_000)
        @WithDefault("1000")
        int batch();

        /** How long a relay sleeps that nobody nudges. */
        @WithDefault("1s")
        Duration poll();

        /** How long another instance's relay must have been silent before this one takes its place. */
        @WithDefault("500ms")
        Duration takeover();
    }

    interface Inbound {

        /** How often an event is tried whose fault is neither known to pass nor known to stay. */
        @Min(1)
        @WithDefault("5")
        int tries();

        /** The pause after the first fault; it doubles with each further one. */
        @WithDefault("200ms")
        Duration firstPause();

        /** The longest pause between two tries. */
        @WithDefault("10s")
        Duration longestPause();

        /** After how long with one event a handler counts as stuck, which takes the liveness DOWN. */
        @WithDefault("50s")
        Duration stuckAfter();

        /** How long received ids are remembered: longer than any event topic keeps its events (30 days). */
        @WithDefault("37d")
        Duration remember();
    }
}
