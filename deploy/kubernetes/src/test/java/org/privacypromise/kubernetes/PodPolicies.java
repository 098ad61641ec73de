package org.privacypromise.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the services' pods must be. */
final class PodPolicies {

    private static final String POD = "spec.template.spec.";
    private static final String CONTAINER = POD + "containers.0.";

    static final List<Policy> ALL = List.of(
            Policy.each("Deployment", "runs under Pod Security restricted", PodPolicies::restricted),
            Policy.each("Deployment", "has a memory limit, a CPU request and no CPU limit", PodPolicies::resources),
            Policy.each("Deployment", "is probed at the management port", PodPolicies::probes),
            Policy.each("Deployment", "loses no request in a rollout", PodPolicies::rollout),
            Policy.each("Deployment", "is spread over nodes and zones", PodPolicies::spread),
            Policy.each("Deployment", "can be upgraded and built again", PodPolicies::labels),
            Policy.each("Deployment", "runs no image of others", PodPolicies::images),
            Policy.each("Deployment", "mounts what is reloaded, readable by the service alone", PodPolicies::mounts),
            new Policy("has a PodDisruptionBudget for each Deployment", PodPolicies::disruption));

    private PodPolicies() {}

    private static Stream<String> restricted(Resource pod) {
        return all(
                pod.mustBe(POD + "automountServiceAccountToken", false),
                pod.mustBe(POD + "securityContext.runAsNonRoot", true),
                pod.mustBe(POD + "securityContext.seccompProfile.type", "RuntimeDefault"),
                pod.mustNotBeThere(POD + "hostNetwork"),
                pod.mustNotBeThere(POD + "hostPID"),
                pod.mustNotBeThere(POD + "hostIPC"),
                pod.mustBe(CONTAINER + "securityContext.allowPrivilegeEscalation", false),
                pod.mustBe(CONTAINER + "securityContext.readOnlyRootFilesystem", true),
                pod.mustBe(CONTAINER + "securityContext.capabilities.drop", List.of("ALL")),
                pod.mustNotBeThere(CONTAINER + "securityContext.capabilities.add"));
    }

    private static Stream<String> resources(Resource pod) {
        return all(
                pod.must(
                        pod.at(CONTAINER + "resources.limits.memory").isPresent(),
                        CONTAINER + "resources.limits.memory",
                        "must be set"),
                pod.must(
                        pod.at(CONTAINER + "resources.requests.cpu").isPresent(),
                        CONTAINER + "resources.requests.cpu",
                        "must be set"),
                pod.mustNotBeThere(CONTAINER + "resources.limits.cpu"));
    }

    private static Stream<String> probes(Resource pod) {
        Object management = pod.list(CONTAINER + "ports").stream()
                .filter(port -> "management".equals(port.get("name")))
                .<Object>map(port -> port.get("containerPort"))
                .findFirst()
                .orElse("a port named management");
        return all(
                probe(pod, "startupProbe", "/q/health/started", management),
                probe(pod, "livenessProbe", "/q/health/live", management),
                probe(pod, "readinessProbe", "/q/health/ready", management),
                pod.mustBe(CONTAINER + "startupProbe.periodSeconds", 1),
                pod.mustBe(CONTAINER + "startupProbe.failureThreshold", 90));
    }

    private static Stream<String> probe(Resource pod, String probe, String path, Object port) {
        String field = CONTAINER + probe + ".httpGet.";
        Stream<String> portFaults =
                pod.text(field + "port").equals("management") ? Stream.empty() : pod.mustBe(field + "port", port);
        return Stream.concat(pod.mustBe(field + "path", path), portFaults);
    }

    private static Stream<String> rollout(Resource pod) {
        int pause = pod.number(CONTAINER + "lifecycle.preStop.sleep.seconds");
        return all(
                pod.mustBe("spec.strategy.type", "RollingUpdate"),
                pod.mustBe("spec.strategy.rollingUpdate.maxUnavailable", 0),
                pod.must(
                        pause >= 5,
                        CONTAINER + "lifecycle.preStop.sleep.seconds",
                        "must be 5 or more: routes change late"),
                // quarkus.shutdown.timeout is 10 s.
                pod.must(
                        pod.number(POD + "terminationGracePeriodSeconds") >= pause + 20,
                        POD + "terminationGracePeriodSeconds",
                        "must leave 20 s after preStop"));
    }

    private static Stream<String> spread(Resource pod) {
        return Stream.of("kubernetes.io/hostname", "topology.kubernetes.io/zone")
                .flatMap(key -> pod.must(
                        pod.list(POD + "topologySpreadConstraints").stream()
                                .anyMatch(constraint -> key.equals(constraint.get("topologyKey"))
                                        && pod.at("spec.selector")
                                                .filter(constraint.get("labelSelector")::equals)
                                                .isPresent()),
                        POD + "topologySpreadConstraints",
                        "must spread the pods of this service over " + key));
    }

    private static Stream<String> labels(Resource pod) {
        return all(
                pod.mustNotBeThere("spec.selector.matchLabels.app~kubernetes~io/version"),
                pod.mustNotBeThere("metadata.annotations.app~quarkus~io/build-timestamp"),
                pod.mustNotBeThere("metadata.annotations.app~quarkus~io/commit-id"),
                pod.mustNotBeThere("spec.template.metadata.annotations.app~quarkus~io/build-timestamp"),
                pod.mustBe("spec.template.metadata.labels.app~kubernetes~io/name", pod.name()),
                pod.mustBe("spec.template.metadata.labels.app~kubernetes~io/part-of", "privacy-promise"));
    }

    private static Stream<String> images(Resource pod) {
        return all(
                pod.mustNotBeThere(POD + "initContainers"),
                pod.must(pod.list(POD + "containers").size() == 1, POD + "containers", "must be one"),
                pod.must(
                        pod.text(CONTAINER + "image").matches("privacy-promise/" + pod.name() + ":[a-z0-9.-]+"),
                        CONTAINER + "image",
                        "must be the service's own; the registry is the business of who deploys"),
                pod.must(
                        pod.overlay().equals("dev")
                                || !pod.text(CONTAINER + "image").contains("latest"),
                        CONTAINER + "image",
                        "must say which version"));
    }

    private static Stream<String> mounts(Resource pod) {
        return Stream.concat(
                pod.list(CONTAINER + "volumeMounts").stream()
                        .filter(mount -> mount.containsKey("subPath"))
                        .map(mount -> pod.fault(
                                CONTAINER + "volumeMounts",
                                "must not use subPath (" + mount.get("name") + "): it is never refreshed")),
                pod.list(POD + "volumes").stream()
                        .filter(volume -> String.valueOf(volume.get("name")).startsWith("keys-"))
                        .filter(volume ->
                                !Integer.valueOf(288).equals(((Map<?, ?>) volume.get("secret")).get("defaultMode")))
                        .map(volume -> pod.fault(
                                POD + "volumes", "must have defaultMode 288, 0440 (" + volume.get("name") + ")")));
    }

    private static Stream<String> disruption(Overlay overlay) {
        return overlay.all("Deployment")
                .flatMap(deployment -> deployment.must(
                        overlay.all("PodDisruptionBudget")
                                .anyMatch(budget -> budget.text("spec.selector.matchLabels.app~kubernetes~io/name")
                                                .equals(deployment.name())
                                        && budget.number("spec.maxUnavailable") == 1),
                        "metadata.name",
                        "must have a PodDisruptionBudget that lets one instance go at a time"));
    }

    @SafeVarargs
    private static Stream<String> all(Stream<String>... faults) {
        return Stream.of(faults).flatMap(several -> several);
    }
}
