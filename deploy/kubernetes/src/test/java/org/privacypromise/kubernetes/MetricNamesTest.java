package org.privacypromise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An alert on a metric that nobody writes never calls, and a panel of it stays empty: both look like good news. */
class MetricNamesTest {

    private static final List<String> READERS = List.of(
            "deploy/observability/alerts.yaml",
            "deploy/observability/dashboards/promises.json",
            "deploy/observability/dashboards/services.json");
    private static final Pattern OURS = Pattern.compile("\\b(?:requests|preferences|outbox|inbox)_[a-z_]+");
    private static final Pattern ADDED_BY_PROMETHEUS =
            Pattern.compile("(_seconds)?(_max|_count|_sum|_bucket|_total)?$");

    private final Repository repository = Repository.here();

    @Test
    void every_metric_of_ours_that_is_looked_at_is_one_that_a_service_registers() {
        String sources = mainSources();

        assertThat(lookedAt())
                .hasSizeGreaterThan(8)
                .allSatisfy(metric -> assertThat(sources)
                        .as("nothing registers \"%s\"", metric)
                        .contains('"' + metric + '"'));
    }

    private Set<String> lookedAt() {
        return READERS.stream()
                .flatMap(file -> OURS.matcher(repository.read(file)).results())
                .map(match -> ADDED_BY_PROMETHEUS.matcher(match.group()).replaceFirst(""))
                .map(name -> name.replace('_', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String mainSources() {
        return Stream.of("requests-service", "preferences-service", "platform/outbox")
                .map(module -> repository.root().resolve(module + "/src/main/java"))
                .map(MetricNamesTest::text)
                .collect(Collectors.joining());
    }

    private static String text(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
