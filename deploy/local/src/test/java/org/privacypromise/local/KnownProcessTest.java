package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KnownProcessTest {

    private final ProcessHandle running = ProcessHandle.current();
    private final KnownProcess known = KnownProcess.of(running);

    @Test
    void a_process_that_runs_is_found_again() {
        assertThat(KnownProcess.parse(known.toString()).flatMap(KnownProcess::find))
                .contains(running);
    }

    @Test
    void the_clock_may_have_been_rounded_differently() {
        assertThat(new KnownProcess(known.pid(), known.startedAt().plusMillis(1500)).find())
                .contains(running);
    }

    @Test
    void another_program_that_got_the_same_number_is_not_taken_for_it() {
        assertThat(new KnownProcess(known.pid(), known.startedAt().minus(Duration.ofSeconds(10))).find())
                .isEmpty();
    }

    @Test
    void a_process_that_has_ended_is_not_found() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        KnownProcess before = KnownProcess.of(ended.toHandle());
        ended.waitFor();

        assertThat(before.find()).isEmpty();
    }

    @Test
    void a_record_that_was_cut_off_is_no_process() {
        for (String broken : new String[] {"", "12", "12 yesterday", "x 2026-01-01T00:00:00Z", "1 2 3"}) {
            assertThat(KnownProcess.parse(broken)).as(broken).isEmpty();
        }
    }
}
