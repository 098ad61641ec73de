package org.privacypromise.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the services stand on must be. */
final class PlatformPolicies {

    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|JAAS");
    private static final Set<String> CLOSED_TO_CUSTOMERS = Set.of(
            "/",
            "/q",
            "/parked-events",
            "/tasks",
            "/systems",
            "/mails",
            "/subjects",
            "/screenings",
            "/reviews",
            "/rules",
            "/imports",
            "/incidents",
            "/propagation",
            "/mailer-keys",
            "/ledger/export",
            "/admin");

    static final List<Policy> ALL = List.of(
            Policy.each(
                    "Namespace",
                    "enforces Pod Security restricted",
                    namespace -> namespace.mustBe("metadata.labels.pod-security~kubernetes~io/enforce", "restricted")),
            new Policy("denies all traffic that no policy names", PlatformPolicies::defaultDeny),
            new Policy("holds no secret", PlatformPolicies::secrets),
            new Policy("has everything that a pod refers to", PlatformPolicies::references),
            new Policy("is set for production", PlatformPolicies::settings),
            Policy.each("Kafka", "speaks TLS and asks who it is", PlatformPolicies::kafka),
            Policy.each("KafkaUser", "may what is named, and no prefix", PlatformPolicies::kafkaUser),
            new Policy("has a database with backups for each service", PlatformPolicies::databases),
            Policy.each("HTTPRoute", "publishes what customers need", PlatformPolicies::route),
            Policy.each(
                    "PodMonitor",
                    "reads metrics at the management port",
                    monitor -> monitor.name().equals("services")
                            ? monitor.mustBe("spec.podMetricsEndpoints.0.port", "management")
                            : Stream.empty()));

    private PlatformPolicies() {}

    private static Stream<String> defaultDeny(Overlay overlay) {
        return overlay.all("Namespace")
                .flatMap(namespace -> namespace.must(
                        overlay.all("NetworkPolicy")
                                .filter(policy -> policy.namespace().equals(namespace.name()))
                                .anyMatch(policy -> policy.at("spec")
                                        .filter(PlatformPolicies::closes)
                                        .isPresent()),
                        "metadata.name",
                        "must have a NetworkPolicy that denies everything"));
    }

    private static boolean closes(Object spec) {
        return spec.equals(Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress", "Egress")));
    }

    private static Stream<String> secrets(Overlay overlay) {
        Stream<String> committed =
                overlay.all("Secret").map(secret -> secret.fault("kind", "must come from the store"));
        Stream<String> configured = overlay.all("ConfigMap")
                .flatMap(config -> config.at("data").stream()
                        .flatMap(data -> ((Map<?, ?>) data).keySet().stream())
                        .filter(key -> SECRET.matcher(String.valueOf(key)).find())
                        .map(key -> config.fault("data." + key, "must be in a Secret")));
        Stream<String> inPods = overlay.all("Deployment")
                .flatMap(pod -> pod.list("spec.template.spec.containers.0.env").stream()
                        .filter(variable -> SECRET.matcher(String.valueOf(variable.get("name")))
                                        .find()
                                && variable.containsKey("value"))
                        .map(variable -> pod.fault(
                                "spec.template.spec.containers.0.env",
                                "must refer to a Secret: " + variable.get("name"))));
        return Stream.of(committed, configured, inPods).flatMap(faults -> faults);
    }

    private static Stream<String> references(Overlay overlay) {
        return overlay.all("Deployment")
                .flatMap(pod -> Stream.concat(
                        PodReferences.secrets(pod)
                                .filter(secret -> !isMade(overlay, secret))
                                .map(secret -> pod.fault(
                                        "spec.template.spec", "refers to a Secret that nobody makes: " + secret)),
                        PodReferences.configMaps(pod)
                                .filter(config -> !overlay.has("ConfigMap", config))
                                .map(config ->
                                        pod.fault("spec.template.spec", "refers to no ConfigMap of here: " + config))));
    }

    /** By the secret store, or by an operator: who has an account at Kafka or a database gets a Secret with it. */
    private static boolean isMade(Overlay overlay, String secret) {
        return overlay.has("ExternalSecret", secret)
                || overlay.has("KafkaUser", secret)
                || overlay.all("Kafka").anyMatch(kafka -> secret.equals(kafka.name() + "-cluster-ca-cert"))
                || overlay.all("Cluster")
                        .anyMatch(database -> Set.of(database.name() + "-app", database.name() + "-ca")
                                .contains(secret));
    }

    private static Stream<String> settings(Overlay overlay) {
        return overlay.all("ConfigMap")
                .filter(config -> config.name().startsWith("privacy-promise-")
                        && config.at("data.KAFKA_SECURITY_PROTOCOL")
                                .or(() -> config.at("data.QUARKUS_OIDC_AUTH_SERVER_URL"))
                                .isPresent())
                .flatMap(config -> Stream.of(
                                config.mustBe("data.KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
                                config.mustBe("data.QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "verify-full"),
                                config.mustNotBeThere("data.PRIVACY_UNSAFE_SETTINGS"),
                                config.must(
                                        config.text("data.QUARKUS_OIDC_AUTH_SERVER_URL")
                                                .startsWith("https://"),
                                        "data.QUARKUS_OIDC_AUTH_SERVER_URL",
                                        "must be asked by TLS"))
                        .flatMap(faults -> faults));
    }

    private static Stream<String> kafka(Resource kafka) {
        Stream<String> listeners = kafka.list("spec.kafka.listeners").stream()
                .filter(listener ->
                        !Boolean.TRUE.equals(listener.get("tls")) || !listener.containsKey("authentication"))
                .map(listener -> kafka.fault(
                        "spec.kafka.listeners", "must have tls and authentication: " + listener.get("name")));
        Stream<String> copies = kafka.overlay().equals("dev")
                ? Stream.empty()
                : Stream.concat(
                        kafka.mustBe("spec.kafka.config.default~replication~factor", 3),
                        kafka.mustBe("spec.kafka.config.min~insync~replicas", 2));
        return Stream.of(
                        listeners,
                        copies,
                        kafka.mustBe("spec.kafka.authorization.type", "simple"),
                        kafka.mustBe("spec.kafka.config.auto~create~topics~enable", false),
                        kafka.mustBe("spec.kafka.config.unclean~leader~election~enable", false))
                .flatMap(faults -> faults);
    }

    private static Stream<String> kafkaUser(Resource user) {
        return user.list("spec.authorization.acls").stream()
                .map(acl -> (Map<?, ?>) acl.get("resource"))
                .filter(resource -> !"literal".equals(resource.get("patternType")) || "*".equals(resource.get("name")))
                .map(resource -> user.fault("spec.authorization.acls", "must be literal: " + resource.get("name")));
    }

    private static Stream<String> databases(Overlay overlay) {
        Stream<String> missing = overlay.all("Deployment")
                .filter(service -> !overlay.has("Cluster", service.name().replace("-service", "-database")))
                .map(service -> service.fault("metadata.name", "has no database"));
        Set<String> backedUp = overlay.all("ScheduledBackup")
                .map(backup -> backup.text("spec.cluster.name"))
                .collect(Collectors.toSet());
        Stream<String> faults = overlay.all("Cluster")
                .flatMap(database -> Stream.of(
                                database.must(
                                        backedUp.contains(database.name()),
                                        "metadata.name",
                                        "must have a ScheduledBackup"),
                                database.mustBe("spec.plugins.0.isWALArchiver", true),
                                database.mustBe("spec.postgresql.parameters.synchronous_commit", "on"),
                                database.mustNotBeThere("spec.postgresql.parameters.fsync"),
                                database.mustBe("spec.enableSuperuserAccess", false),
                                database.must(
                                        overlay.has(
                                                "ObjectStore",
                                                database.text("spec.plugins.0.parameters.barmanObjectName")),
                                        "spec.plugins.0.parameters.barmanObjectName",
                                        "must name an ObjectStore"))
                        .flatMap(several -> several));
        // A certificate of destruction says: in no backup after seven days.
        Stream<String> kept = overlay.all("ObjectStore").flatMap(store -> store.mustBe("spec.retentionPolicy", "7d"));
        return Stream.of(missing, faults, kept).flatMap(several -> several);
    }

    private static Stream<String> route(Resource route) {
        return route.list("spec.rules").stream()
                .flatMap(rule -> ((List<?>) rule.get("matches")).stream())
                .map(match -> (Map<?, ?>) ((Map<?, ?>) match).get("path"))
                .map(path -> String.valueOf(path.get("value")))
                .filter(CLOSED_TO_CUSTOMERS::contains)
                .map(path -> route.fault("spec.rules", "must not publish " + path));
    }
}
