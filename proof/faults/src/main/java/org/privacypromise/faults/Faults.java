package org.privacypromise.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.privacypromise.local.LocalStack;
import org.privacypromise.local.Progress;
import org.privacypromise.local.StackException;

/**
 * {@code ./suite faults preferences [--rounds N] [--seed N] [--break NAME]}: 0 if every invariant held in every round (or
 * the checker found the bug that was asked for), 1 if not, 2 if the command cannot be understood.
 */
public final class Faults {

    private static final String USAGE = """
            Usage: ./suite faults preferences [--rounds N] [--seed N] [--break NAME]

              --rounds N    how many rounds (200)
              --seed N      the seed of an earlier run: the same writes, and the same kills at the same moments
              --break NAME  break the system in one round on purpose, to see the checker find it
            %s""".formatted(SeededBug.table());

    private Faults() {}

    public static void main(String[] arguments) throws IOException {
        // The Kafka client tells its whole configuration otherwise.
        LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            return 2;
        }
        Path state = Files.createTempDirectory("privacy-promise-faults-");
        boolean good = false;
        try (Rounds rounds = Rounds.onOwnStack(state, options.seed(), Progress.console(), System.out)) {
            good = options.bug().map(bug -> found(rounds, bug)).orElseGet(() -> held(rounds, options.rounds()));
        } catch (StackException | IllegalStateException e) {
            System.err.println(e.getMessage());
        }
        if (good) {
            LocalStack.delete(state);
        } else {
            System.out.println("The stack's data and logs are in " + state + ": delete it when you have looked.");
        }
        return good ? 0 : 1;
    }

    private static boolean found(Rounds rounds, SeededBug bug) {
        boolean found = rounds.notFound(List.of(bug)).isEmpty();
        System.out.println(found ? "The checker found it." : "The checker did NOT find it.");
        return found;
    }

    private static boolean held(Rounds rounds, int count) {
        boolean held = rounds.walk(count).isEmpty() && rounds.killImport().isEmpty();
        System.out.println(held ? "Every invariant held." : "NOT every invariant held.");
        return held;
    }

    /** What the command line says. */
    private record Options(int rounds, long seed, Optional<SeededBug> bug) {

        static Options of(String[] arguments) {
            Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
            if (!"preferences".equals(left.poll())) {
                throw new IllegalArgumentException("There are faults for preferences only.");
            }
            int rounds = 200;
            long seed = new SecureRandom().nextInt(Integer.MAX_VALUE);
            Optional<SeededBug> bug = Optional.empty();
            while (!left.isEmpty()) {
                String option = left.remove();
                String value = left.poll();
                if (value == null) {
                    throw new IllegalArgumentException("What is " + option + " to be?");
                }
                switch (option) {
                    case "--rounds" -> rounds = Integer.parseInt(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--break" -> bug = Optional.of(SeededBug.named(value));
                    default -> throw new IllegalArgumentException("There is no option " + option + ".");
                }
            }
            return new Options(rounds, seed, bug);
        }
    }
}
