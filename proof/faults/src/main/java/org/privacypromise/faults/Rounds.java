package org.privacypromise.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.privacypromise.faults.history.Invariant;
import org.privacypromise.faults.history.Operation;
import org.privacypromise.faults.history.Operation.Outcome;
import org.privacypromise.faults.history.Violation;
import org.privacypromise.local.LocalStack;
import org.privacypromise.local.Progress;

/**
 * Rounds on one stack: in each, some clients write at random for some customers, something is killed at a random moment
 * and started again, and once all is at rest the checker looks at everything that was asked, answered, kept and told. The
 * seed decides what is written, what is killed and when; how the processes interleave it cannot decide.
 */
final class Rounds implements AutoCloseable {

    private static final int WRITERS = 6;

    private final LocalStack stack;
    private final PreferencesApi api;
    private final Rest rest;
    private final long seed;
    private final PrintStream out;
    private final AtomicLong numbers = new AtomicLong();

    private Rounds(LocalStack stack, Path folder, long seed, PrintStream out) {
        this.stack = stack;
        this.api = new PreferencesApi(stack, stack.tokenMint(Clock.systemUTC()));
        this.rest = new Rest(stack, api, new Ledger(api, folder));
        this.seed = seed;
        this.out = out;
    }

    /** On a stack of its own in this folder, with only what these rounds need. */
    static Rounds onOwnStack(Path folder, long seed, Progress progress, PrintStream out) {
        AtomicBoolean starting = new AtomicBoolean(true);
        LocalStack stack = LocalStack.startBeside(folder, Rest.parts(), line -> {
            if (starting.get()) {
                progress.say(line);
            }
        });
        starting.set(false);
        try {
            return new Rounds(stack, folder, seed, out);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Walks so many rounds, and stops behind the first in which something did not hold; says what. */
    List<Violation> walk(int rounds) {
        out.printf("Seed %d: %d rounds, %d clients each%n", seed, rounds, WRITERS);
        Random seeds = new Random(seed);
        for (int round = 1; round <= rounds; round++) {
            List<Violation> violations = round(round, new Random(seeds.nextLong()));
            if (!violations.isEmpty()) {
                out.printf("Round %d of seed %d did not hold.%n", round, seed);
                return violations;
            }
        }
        return List.of();
    }

    private List<Violation> round(int round, Random random) {
        long begun = System.nanoTime();
        Fault fault = Fault.any(random);
        Scene scene = Scene.of(stack, api, random);
        Recorder recorder = new Recorder(numbers);
        AtomicBoolean goOn = new AtomicBoolean(true);
        List<Thread> writers = writers(scene, recorder, random, goOn);
        double recovery = 0;
        try {
            Patience.pause(Fault.between(random, 300, 1500));
            long struck = System.nanoTime();
            fault.strike(stack, random);
            recovery = seconds(struck);
            Patience.pause(Fault.between(random, 200, 800));
        } finally {
            goOn.set(false);
            writers.forEach(Rounds::join);
        }
        List<Violation> violations = new ArrayList<>(rest.violations(scene, recorder.operations()));
        if (fault.sparesTheService() && recorder.count(Outcome.UNKNOWN) > 0) {
            violations.add(new Violation(
                    Invariant.I1_ACKNOWLEDGED_STAYS,
                    "all",
                    recorder.count(Outcome.UNKNOWN) + " requests were not answered while only the broker was away"));
        }
        tell("%3d. %s (%.1f s)".formatted(round, fault.inWords(), recovery), recorder, begun, violations);
        return violations;
    }

    /**
     * One round in which nothing is killed but the broker, and the system is broken on purpose: each bug for somebody else.
     * Says which bugs the checker did not find.
     */
    List<SeededBug> notFound(List<SeededBug> bugs) {
        long begun = System.nanoTime();
        Random random = new Random(seed);
        Scene scene = Scene.of(stack, api, random);
        Recorder recorder = new Recorder(numbers);
        // Without the broker nothing is published meanwhile: the bugs strike between commit and publication.
        stack.kill(Fault.KAFKA);
        Writer writer = new Writer(api, scene, recorder, random.nextLong(), () -> true);
        for (int i = 0; i < bugs.size(); i++) {
            bugs.get(i).strike(stack, scene.people().get(i), scene.changeable().getFirst(), writer);
        }
        stack.start(Fault.KAFKA);
        List<Violation> violations = rest.violations(scene, recorder.operations());
        tell("  -. " + bugs + " on purpose", recorder, begun, violations);
        return IntStream.range(0, bugs.size())
                .filter(i -> !isFound(bugs.get(i), scene.people().get(i), violations))
                .mapToObj(bugs::get)
                .toList();
    }

    /** An import that dies on its way and comes to the same as one that does not. */
    List<Violation> killImport() {
        long begun = System.nanoTime();
        List<Violation> violations = new KilledImport(stack, api, new Random(seed)).violations();
        out.printf(
                "  -. preferences-service is killed amid an import: %s, %.1f s%n",
                violations.isEmpty() ? "all held" : violations.size() + " DID NOT HOLD", seconds(begun));
        violations.forEach(violation -> out.println("       " + violation));
        out.flush();
        return violations;
    }

    private static boolean isFound(SeededBug bug, Scene.Person person, List<Violation> violations) {
        return violations.stream()
                .anyMatch(violation -> violation.invariant() == bug.broken()
                        && List.of(person.key(), "all").contains(violation.key()));
    }

    private List<Thread> writers(Scene scene, Recorder recorder, Random random, AtomicBoolean goOn) {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(Thread.ofVirtual().start(new Writer(api, scene, recorder, random.nextLong(), goOn::get)));
        }
        return writers;
    }

    private void tell(String what, Recorder recorder, long begun, List<Violation> violations) {
        List<Operation> operations = recorder.operations();
        out.printf(
                "%s: %d requests, %d answered, %d not, %s, %.1f s%n",
                what,
                operations.size(),
                recorder.count(Outcome.DONE),
                recorder.count(Outcome.UNKNOWN),
                violations.isEmpty() ? "all held" : violations.size() + " DID NOT HOLD",
                seconds(begun));
        violations.stream().limit(10).forEach(violation -> out.println("       " + violation));
        out.flush();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void join(Thread writer) {
        try {
            writer.join(Duration.ofSeconds(60));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
