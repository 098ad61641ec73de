package org.privacypromise.kubernetes;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a pod needs to be there before it starts. */
final class PodReferences {

    private static final String CONTAINER = "spec.template.spec.containers.0.";

    private PodReferences() {}

    static Stream<String> secrets(Resource pod) {
        return Stream.concat(
                        pod.list("spec.template.spec.volumes").stream()
                                .map(volume -> named(volume, "secret", "secretName")),
                        pod.list(CONTAINER + "env").stream()
                                .map(variable -> variable.get("valueFrom"))
                                .filter(Objects::nonNull)
                                .map(from -> named((Map<?, ?>) from, "secretKeyRef", "name")))
                .filter(Objects::nonNull);
    }

    static Stream<String> configMaps(Resource pod) {
        return Stream.concat(
                        pod.list("spec.template.spec.volumes").stream()
                                .map(volume -> named(volume, "configMap", "name")),
                        pod.list(CONTAINER + "envFrom").stream().map(from -> named(from, "configMapRef", "name")))
                .filter(Objects::nonNull);
    }

    private static String named(Map<?, ?> holder, String kind, String field) {
        return holder.get(kind) instanceof Map<?, ?> reference ? String.valueOf(reference.get(field)) : null;
    }
}
