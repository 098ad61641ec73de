package org.privacypromise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Renders every overlay as {@code kubectl apply -k} would, and looks at all of it. */
class DeployManifestsTest {

    static final List<Policy> POLICIES = Stream.concat(PodPolicies.ALL.stream(), PlatformPolicies.ALL.stream())
            .toList();

    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

    @BeforeAll
    static void needs_kubectl() {
        assumeTrue(
                Tool.isThere("kubectl", "version", "--client"),
                "SKIPPED: no manifest is rendered or checked, for there is no kubectl (1.21 or newer) on this machine");
    }

    static Overlay rendered(String name) {
        return RENDERED.computeIfAbsent(name, Overlay::render);
    }

    @TestFactory
    Stream<DynamicTest> every_field_is_one_that_its_operator_knows() {
        return Overlay.NAMES.stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(rendered(name).resources().stream()
                                        .map(StrictModels::fault)
                                        .flatMap(Optional::stream))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> every_overlay_keeps_every_policy() {
        return Overlay.NAMES.stream()
                .flatMap(name -> POLICIES.stream()
                        .map(policy -> DynamicTest.dynamicTest(
                                name + " " + policy.name(),
                                () -> assertThat(policy.faults().apply(rendered(name)))
                                        .isEmpty())));
    }

    @Test
    void each_overlay_has_the_four_services_and_all_they_stand_on() {
        for (String name : Overlay.NAMES) {
            Overlay overlay = rendered(name);
            assertThat(overlay.all("Deployment").map(Resource::name))
                    .containsExactlyInAnyOrderElementsOf(GeneratedManifests.SERVICES);
            assertThat(overlay.all("Cluster")).hasSize(5);
            assertThat(overlay.resources().stream().map(Resource::kind))
                    .contains(
                            "Kafka",
                            "KafkaNodePool",
                            "KafkaTopic",
                            "KafkaUser",
                            "Keycloak",
                            "KeycloakRealmImport",
                            "Gateway",
                            "HTTPRoute",
                            "ExternalSecret",
                            "NetworkPolicy",
                            "PrometheusRule",
                            "PodMonitor");
        }
    }

    @Test
    void every_component_is_in_an_overlay() {
        Overlay staging = rendered("staging");

        assertThat(staging.all("ScaledObject")).hasSize(4);
        assertThat(staging.all("Deployment").map(pod -> pod.text("spec.template.spec.containers.0.image")))
                .allMatch(image -> image.endsWith("-native"));
        assertThat(staging.all("ConfigMap").map(config -> config.text("data.QUARKUS_OTEL_SDK_DISABLED")))
                .contains("false");
    }
}
