package org.privacypromise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** Breaks the manifests one field at a time: the policy that looks at it must say so, with file and field. */
class PoliciesTest {

    @BeforeAll
    static void needs_kubectl() {
        assumeTrue(Tool.isThere("kubectl", "version", "--client"), "SKIPPED: there is no kubectl on this machine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Deployment     | spec.template.spec.automountServiceAccountToken                              | true
                    Deployment     | spec.template.spec.securityContext.runAsNonRoot                              | null
                    Deployment     | spec.template.spec.securityContext.seccompProfile.type                       | Unconfined
                    Deployment     | spec.template.spec.hostNetwork                                               | true
                    Deployment     | spec.template.spec.containers.0.securityContext.allowPrivilegeEscalation     | true
                    Deployment     | spec.template.spec.containers.0.securityContext.readOnlyRootFilesystem       | false
                    Deployment     | spec.template.spec.containers.0.securityContext.capabilities.drop            | []
                    Deployment     | spec.template.spec.containers.0.securityContext.capabilities.add             | [NET_RAW]
                    Deployment     | spec.template.spec.containers.0.resources.limits.memory                      | null
                    Deployment     | spec.template.spec.containers.0.resources.limits.cpu                         | 1
                    Deployment     | spec.template.spec.containers.0.resources.requests.cpu                       | null
                    Deployment     | spec.template.spec.containers.0.startupProbe.httpGet.port                    | 8080
                    Deployment     | spec.template.spec.containers.0.startupProbe.failureThreshold                | 3
                    Deployment     | spec.template.spec.containers.0.livenessProbe.httpGet.path                   | /
                    Deployment     | spec.template.spec.containers.0.readinessProbe.httpGet.path                  | /q/health
                    Deployment     | spec.template.spec.containers.0.lifecycle.preStop.sleep.seconds              | 1
                    Deployment     | spec.template.spec.terminationGracePeriodSeconds                             | 20
                    Deployment     | spec.template.spec.topologySpreadConstraints                                 | []
                    Deployment     | spec.strategy.rollingUpdate.maxUnavailable                                   | 1
                    Deployment     | spec.selector.matchLabels.app~kubernetes~io/version                          | 1.0.0
                    Deployment     | metadata.annotations.app~quarkus~io/build-timestamp                          | today
                    Deployment     | spec.template.spec.initContainers                                            | [{name: init}]
                    Deployment     | spec.template.spec.containers.0.image                                        | registry.example.org/x:1
                    Deployment     | spec.template.spec.containers.0.image                                        | privacy-promise/identity-service:latest
                    Deployment     | spec.template.spec.containers.0.volumeMounts                                 | [{name: a, subPath: b}]
                    Deployment     | spec.template.spec.volumes                                                   | [{name: keys-a, secret: {secretName: keys-erasure}}]
                    Deployment     | spec.template.spec.containers.0.env                                          | [{name: A_PASSWORD, value: b}]
                    Namespace      | metadata.labels.pod-security~kubernetes~io/enforce                           | baseline
                    Kafka          | spec.kafka.listeners                                                         | [{name: plain, tls: false}]
                    Kafka          | spec.kafka.authorization.type                                                | custom
                    Kafka          | spec.kafka.config.min~insync~replicas                                        | 1
                    Kafka          | spec.kafka.config.auto~create~topics~enable                                  | true
                    Kafka          | spec.kafka.config.unclean~leader~election~enable                             | true
                    KafkaUser      | spec.authorization.acls                                                      | [{resource: {name: requests., patternType: prefix}}]
                    Cluster        | spec.postgresql.parameters.fsync                                             | 'off'
                    Cluster        | spec.postgresql.parameters.synchronous_commit                                | 'off'
                    Cluster        | spec.enableSuperuserAccess                                                   | true
                    Cluster        | spec.plugins.0.parameters.barmanObjectName                                   | nowhere
                    ObjectStore    | spec.retentionPolicy                                                         | 30d
                    HTTPRoute      | spec.rules                                                                   | [{matches: [{path: {value: /q}}]}]
                    PodMonitor     | spec.podMetricsEndpoints.0.port                                              | http
                    """)
    void a_broken_field_is_named(String kind, String field, String value) {
        Overlay broken = changed(kind, field, value);

        assertThat(faults(broken))
                .anyMatch(fault -> fault.contains("overlays/production: " + kind)
                        && (fault.contains(field)
                                || field.startsWith(fault.split(": ")[2].split(" ")[0])));
    }

    @ParameterizedTest
    @CsvSource({
        "NetworkPolicy, denies everything",
        "PodDisruptionBudget, PodDisruptionBudget",
        "ScheduledBackup, ScheduledBackup",
        "Cluster, no database",
        "ExternalSecret, Secret that nobody makes",
        "ConfigMap, no ConfigMap of here"
    })
    void what_is_missing_is_named(String kind, String fault) {
        Overlay whole = DeployManifestsTest.rendered("production");
        Overlay broken = new Overlay(
                "production",
                whole.resources().stream()
                        .filter(resource -> !resource.is(kind))
                        .toList());

        assertThat(faults(broken)).anyMatch(found -> found.contains(fault));
    }

    @ParameterizedTest
    @CsvSource({
        "data.KAFKA_SECURITY_PROTOCOL, PLAINTEXT",
        "data.PRIVACY_UNSAFE_SETTINGS, local",
        "data.QUARKUS_OIDC_AUTH_SERVER_URL, http://keycloak",
        "data.QUARKUS_DATASOURCE_PASSWORD, secret"
    })
    void an_unsafe_setting_is_named(String field, String value) {
        assertThat(faults(changed("ConfigMap", field, value))).anyMatch(fault -> fault.contains(field));
    }

    @Test
    void a_field_that_nobody_knows_is_named_in_models_and_in_lists_of_fields() {
        assertThat(StrictModels.fault(
                        first(changed("Deployment", "spec.template.spec.restartPolice", "Always"), "Deployment")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("spec.template.spec.restartPolice"));
        assertThat(StrictModels.fault(first(changed("Kafka", "spec.kafka.listener", "x"), "Kafka")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("spec.kafka.listener"));
        assertThat(StrictModels.fault(first(changed("Cluster", "spec.instance", "3"), "Cluster")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("spec.instance"));
    }

    private static Resource first(Overlay overlay, String kind) {
        return overlay.all(kind).findFirst().orElseThrow();
    }

    private static List<String> faults(Overlay overlay) {
        return DeployManifestsTest.POLICIES.stream()
                .flatMap(policy -> policy.faults().apply(overlay))
                .toList();
    }

    /** Production with this field changed in the first resource of the kind, or of its ConfigMaps in the one for all. */
    private static Overlay changed(String kind, String field, String value) {
        Overlay whole = DeployManifestsTest.rendered("production");
        Resource chosen = whole.all(kind)
                .filter(resource -> !kind.equals("ConfigMap")
                        || resource.at("data.KAFKA_SECURITY_PROTOCOL").isPresent())
                .filter(resource ->
                        !kind.equals("PodMonitor") || resource.name().equals("services"))
                .findFirst()
                .orElseThrow();
        Stream<Resource> resources = whole.resources().stream()
                .map(resource -> resource == chosen
                        ? new Resource(
                                "production", with(resource.content(), field.split("\\."), 0, new Yaml().load(value)))
                        : resource);
        return new Overlay("production", resources.toList());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> with(Object holder, String[] path, int depth, Object value) {
        return (Map<String, ?>) changed(holder, path, depth, value);
    }

    private static Object changed(Object holder, String[] path, int depth, Object value) {
        if (depth == path.length) {
            return value;
        }
        String step = path[depth].replace('~', '.');
        if (holder instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            copy.set(Integer.parseInt(step), changed(list.get(Integer.parseInt(step)), path, depth + 1, value));
            return copy;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        if (holder instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> copy.put((String) key, entry));
        }
        copy.put(step, changed(copy.get(step), path, depth + 1, value));
        return copy;
    }
}
