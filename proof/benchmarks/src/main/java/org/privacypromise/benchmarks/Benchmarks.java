package org.privacypromise.benchmarks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.privacypromise.benchmarks.Population.Cell;
import org.privacypromise.benchmarks.protocol.Result;
import org.privacypromise.benchmarks.protocol.Sample;
import org.privacypromise.local.LocalStack;
import org.privacypromise.local.Progress;
import org.privacypromise.local.StackException;

/**
 * {@code ./suite bench preferences}: 0 if everything was measured that there is, whatever came out; 1 if something went
 * wrong, 2 if the command cannot be understood.
 */
public final class Benchmarks {

    private static final Set<String> PARTS = Set.of("postgresql", "kafka", "keycloak", "preferences");

    /** Growth comes late and the import last, for they leave another database behind. */
    private static final List<Measurement> ALL = List.of(
            new ReadMeasurement(),
            new WriteMeasurement(),
            new OptOutMeasurement(),
            new SendCheckMeasurement(),
            new BulkMeasurement(),
            new GrowthMeasurement(),
            new ImportMeasurement());

    private Benchmarks() {}

    public static void main(String[] arguments) {
        // The Kafka client tells its whole configuration otherwise.
        LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            return 2;
        }
        // On the repository's own disk: a temporary folder may be memory, where a flush costs nothing.
        Path target = Path.of("proof/benchmarks/target").toAbsolutePath();
        Path state = target.resolve("stack");
        LocalStack.delete(state);
        try (LocalStack stack = LocalStack.startToMeasure(state, PARTS, Progress.console());
                Bench bench = new Bench(stack, options)) {
            Settings settings = Settings.of(stack);
            List<Result> results = new ArrayList<>();
            List<String> failures = measure(bench, settings, results);
            System.out.println();
            System.out.print(Result.table(results));
            failures.forEach(System.out::println);
            write(target.resolve("results.json"), options, settings, results);
            if (!failures.isEmpty()) {
                System.out.println("What each part said is in " + state.resolve("logs"));
                return 1;
            }
        } catch (StackException | IllegalStateException e) {
            System.err.println(e.getMessage());
            return 1;
        }
        LocalStack.delete(state);
        return 0;
    }

    /** One that fails does not take away what the others have measured; says which failed, and why. */
    private static List<String> measure(Bench bench, Settings settings, List<Result> results) {
        bench.say("%nMeasured under these settings:%n%s".formatted(settings.inWords()));
        if (bench.options.quick()) {
            bench.say("QUICK: this shows that it works; the numbers mean nothing.\n");
        }
        Population population = new Population(bench.stack, cells(bench));
        population.make(1, bench.options.people(), bench.noticeVersion());
        population.copy();
        List<String> failures = new ArrayList<>();
        for (Measurement measurement : ALL) {
            if (bench.options.only().contains(measurement.name())) {
                bench.say("measuring " + measurement.name());
                try {
                    results.addAll(measurement.run(bench, population));
                } catch (IllegalStateException e) {
                    failures.add("FAILED " + measurement.name() + ": " + e.getMessage());
                }
            }
        }
        return failures;
    }

    private static List<Cell> cells(Bench bench) {
        List<Cell> cells = new ArrayList<>();
        for (Object one : bench.page(bench.mint.customer("nobody")).getJsonArray("choices")) {
            JsonObject choice = (JsonObject) one;
            if (choice.getBoolean("changeable")) {
                cells.add(
                        new Cell(choice.getString("purpose"), choice.getString("channel"), choice.getString("brand")));
            }
        }
        return cells;
    }

    private static void write(Path file, Options options, Settings settings, List<Result> results) {
        JsonObject json = new JsonObject();
        for (Result result : results) {
            JsonObject one = new JsonObject()
                    .put("median", result.measured().map(Sample::median).orElse(null))
                    .put("spread", result.measured().map(Sample::spread).orElse(null))
                    .put("limit", result.limit().value())
                    .put("direction", result.limit().atLeast() ? "at-least" : "at-most")
                    .put("reached", result.holds())
                    .put(
                            "rounds",
                            new JsonArray(result.measured().map(Sample::values).orElse(List.of())))
                    .put("how", result.how());
            json.put(result.key(), one);
        }
        JsonObject conditions = new JsonObject();
        settings.values().forEach(conditions::put);
        json.put("settings", conditions).put("quick", options.quick());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, json.encodePrettily() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
