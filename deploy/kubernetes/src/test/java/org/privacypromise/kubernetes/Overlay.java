package org.privacypromise.kubernetes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Everything that one {@code kubectl apply -k} would apply. */
record Overlay(String name, List<Resource> resources) {

    static final List<String> NAMES = List.of("dev", "staging", "production");

    static Overlay render(String name) {
        Path folder = Repository.here().root().resolve("deploy/kubernetes/overlays/" + name);
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return new Overlay(
                name,
                StreamSupport.stream(
                                new Yaml(strict)
                                        .loadAll(Tool.run("kubectl", "kustomize", folder.toString()))
                                        .spliterator(),
                                false)
                        .map(document -> resource(name, document))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static Resource resource(String overlay, Object document) {
        return new Resource(overlay, (Map<String, ?>) document);
    }

    Stream<Resource> all(String kind) {
        return resources.stream().filter(resource -> resource.is(kind));
    }

    boolean has(String kind, String name) {
        return all(kind).anyMatch(resource -> resource.name().equals(name));
    }
}
