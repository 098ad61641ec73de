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
    void a_choice_reaches_every_system_and_survives_crashes(@TempDir Path state) {
        Walk walk = new Walk(System.out);
        try (LocalStack stack = LocalStack.startBeside(state, Progress.console())) {
            ChoiceJourney choice = new ChoiceJourney(stack, walk);
            choice.walk();
            new CrashJourney(stack, walk, choice).walk();
        }
        assertThat(walk.steps()).isEqualTo(23);
    }
}
