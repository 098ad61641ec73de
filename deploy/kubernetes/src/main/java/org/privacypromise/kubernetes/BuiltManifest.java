package org.privacypromise.kubernetes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * What Quarkus has written for a service, in an order that is always the same: Quarkus' own changes from build to build.
 * Where no registry is named, Quarkus names Docker Hub: here it stays open, for who deploys to name theirs.
 */
final class BuiltManifest {

    private static final String DOCKER_HUB = "docker.io/";

    private BuiltManifest() {}

    static String inOrder(String service, String built) {
        List<Map<String, ?>> resources = StreamSupport.stream(
                        new Yaml().loadAll(built.replace(DOCKER_HUB, "")).spliterator(), false)
                .<Map<String, ?>>map(resource -> ordered((Map<?, ?>) resource))
                .sorted(Comparator.comparing(resource -> String.valueOf(resource.get("kind"))))
                .toList();
        return Documents.write("the build of " + service, resources);
    }

    private static Map<String, Object> ordered(Map<?, ?> map) {
        Map<String, Object> ordered = new TreeMap<>();
        map.forEach((key, value) -> ordered.put(String.valueOf(key), inOrder(value)));
        return ordered;
    }

    private static Object inOrder(Object value) {
        return switch (value) {
            case Map<?, ?> map -> ordered(map);
            case List<?> list ->
                list.stream()
                        .map(BuiltManifest::inOrder)
                        .sorted(Comparator.comparing(BuiltManifest::name))
                        .toList();
            default -> value;
        };
    }

    // The order of what has no name says something; sorting is stable, and leaves it.
    private static String name(Object entry) {
        return entry instanceof Map<?, ?> map && map.get("name") instanceof String name ? name : "";
    }
}
