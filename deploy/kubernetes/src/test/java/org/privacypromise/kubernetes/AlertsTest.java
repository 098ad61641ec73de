package org.privacypromise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class AlertsTest {

    private static final String RULES = "deploy/observability/alerts.yaml";
    private static final String TESTS = "deploy/kubernetes/src/test/rules/alerts.test.yaml";

    private final Repository repository = Repository.here();
    private final Map<String, ?> manifest = new Yaml().load(repository.read(RULES));

    @Test
    void every_alert_calls_when_it_must_and_only_then(@TempDir Path folder) throws IOException {
        assumeTrue(
                Tool.isThere("promtool", "--version"),
                "SKIPPED: no alert is tried, for there is no promtool on this machine (Debian: prometheus)");
        // Given: promtool wants what is inside the Kubernetes resource
        Files.writeString(folder.resolve("alerts.yaml"), new Yaml().dump(manifest.get("spec")));
        Files.writeString(folder.resolve("alerts.test.yaml"), repository.read(TESTS));

        // When, Then
        Tool.run("promtool", "test", "rules", folder.resolve("alerts.test.yaml").toString());
    }

    @Test
    void every_alert_has_a_test_and_a_runbook_of_its_name() {
        String tests = repository.read(TESTS);

        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            String name = String.valueOf(alert.get("alert"));
            String runbook = "docs/runbooks/" + name + ".md";
            assertThat(tests).contains("alertname: " + name);
            assertThat(((Map<?, ?>) alert.get("annotations")).get("runbook_url"))
                    .isEqualTo(runbook);
            assertThat(repository.has(runbook)).as(runbook).isTrue();
        });
    }

    private Stream<Map<?, ?>> alerts() {
        return ((List<?>) ((Map<?, ?>) manifest.get("spec")).get("groups"))
                .stream()
                        .flatMap(group -> ((List<?>) ((Map<?, ?>) group).get("rules")).stream())
                        .map(rule -> (Map<?, ?>) rule);
    }
}
