package org.privacypromise.journeys;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.privacypromise.local.LocalStack;
import org.privacypromise.local.Progress;
import org.privacypromise.local.StackException;

/** {@code ./suite demo}: starts the suite and walks the journeys aloud. The exit code is 0 only if every step held. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] journeys) {
        // The Kafka client tells its whole configuration otherwise, in the middle of the story.
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        long start = System.nanoTime();
        Walk walk = new Walk(System.out);
        try (LocalStack stack = LocalStack.start(Progress.console())) {
            new Journeys(stack, walk).walk(journeys);
            System.out.printf(
                    "%nAll %d steps held, in %d s. What was shown was measured on the running suite.%n%n",
                    walk.steps(), Duration.ofNanos(System.nanoTime() - start).toSeconds());
            return 0;
        } catch (StackException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (RuntimeException | AssertionError e) {
            System.err.printf(
                    "%nOne step did not hold; %d did. ./suite up keeps the stack running to look into it, and"
                            + " ./suite logs PART shows what each part said.%n",
                    walk.steps());
            return 1;
        }
    }
}
