package org.privacypromise.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.privacypromise.local.Progress;

/** The rounds that every change goes through, and the proof that they can fail; one stack for all of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreferencesFaultsIT {

    private static final int ROUNDS = 10;

    @TempDir
    static Path state;

    static Rounds rounds;

    // Held, for a level is forgotten with its logger: the Kafka client tells its whole configuration otherwise.
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    @BeforeAll
    static void start() {
        KAFKA.setLevel(Level.SEVERE);
        long seed = Long.getLong("faults.seed", new SecureRandom().nextInt(Integer.MAX_VALUE));
        rounds = Rounds.onOwnStack(state, seed, Progress.console(), System.out);
    }

    @AfterAll
    static void stop() {
        rounds.close();
    }

    @Test
    @Order(1)
    void every_invariant_holds_whatever_is_killed() {
        assertThat(rounds.walk(ROUNDS)).isEmpty();
    }

    @Test
    @Order(2)
    void every_bug_that_is_seeded_on_purpose_is_found() {
        assertThat(rounds.notFound(List.of(SeededBug.values()))).isEmpty();
    }

    @Test
    @Order(3)
    void an_import_that_is_killed_on_its_way_comes_to_the_same_as_one_that_is_not() {
        assertThat(rounds.killImport()).isEmpty();
    }
}
