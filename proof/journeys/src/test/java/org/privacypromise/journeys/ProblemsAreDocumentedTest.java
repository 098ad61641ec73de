package org.privacypromise.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever gets a problem can look up what it means and what to do. */
class ProblemsAreDocumentedTest {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern DECLARED = Pattern.compile("new ProblemType\\(\\s*\"([a-z0-9-]+)\",\\s*\\d{3}");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| \\d{3} \\|");

    @Test
    void every_problem_of_the_services_stands_in_the_docs_and_none_that_there_is_not() throws IOException {
        // Given
        TreeSet<String> declared = new TreeSet<>();
        try (Stream<Path> files = Files.walk(REPOSITORY)) {
            files.filter(file -> file.toString().endsWith(".java")
                            && file.toString().contains("/src/main/")
                            && !file.toString().contains("/target/"))
                    .forEach(file ->
                            DECLARED.matcher(read(file)).results().forEach(found -> declared.add(found.group(1))));
        }

        // When
        var documented = DOCUMENTED
                .matcher(read(REPOSITORY.resolve("docs/problems.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(declared).contains("not-linked", "unknown-choice");
        assertThat(documented).isEqualTo(declared);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
