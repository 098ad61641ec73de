package org.privacypromise.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacypromise.local.LocalStack;
import org.privacypromise.local.Progress;

/** The journeys of the demo, over the packaged services, with a stack of their own beside any other. */
class JourneysIT {

    @Test
    void every_step_of_every_journey_holds(@TempDir Path state) {
        Walk walk = new Walk(System.out);
        try (LocalStack stack = LocalStack.startBeside(state, Progress.console())) {
            new Journeys(stack, walk).walk();
        }
        assertThat(walk.steps()).isEqualTo(76);
    }
}
