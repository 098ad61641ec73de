package org.privacypromise.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One rendered resource; says of each fault where it is. */
record Resource(String overlay, Map<String, ?> content) {

    String apiVersion() {
        return text("apiVersion");
    }

    String kind() {
        return text("kind");
    }

    String name() {
        return text("metadata.name");
    }

    String namespace() {
        return text("metadata.namespace");
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    String fault(String field, String what) {
        return "deploy/kubernetes/overlays/" + overlay + ": " + kind() + " " + name() + ": " + field + " " + what;
    }

    /** Empty, or the one fault. */
    Stream<String> must(boolean condition, String field, String what) {
        return condition
                ? Stream.empty()
                : Stream.of(fault(field, what + " (is " + at(field).orElse("not set") + ")"));
    }

    Stream<String> mustBe(String field, Object expected) {
        return must(at(field).filter(expected::equals).isPresent(), field, "must be " + expected);
    }

    Stream<String> mustNotBeThere(String field) {
        return must(at(field).isEmpty(), field, "must not be set");
    }

    /** What stands at this path, such as {@code spec.containers.0.image}; a dot within a key is written {@code ~}. */
    Optional<Object> at(String path) {
        Object here = content;
        for (String step : path.split("\\.")) {
            if (here instanceof Map<?, ?> map) {
                here = map.get(step.replace('~', '.'));
            } else if (here instanceof List<?> list && Integer.parseInt(step) < list.size()) {
                here = list.get(Integer.parseInt(step));
            } else {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(here);
    }

    String text(String path) {
        return at(path).map(String::valueOf).orElse("");
    }

    int number(String path) {
        return at(path).map(value -> ((Number) value).intValue()).orElse(-1);
    }

    /** The maps in the list at this path; none if there is no list. */
    List<Map<?, ?>> list(String path) {
        return at(path).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .<Map<?, ?>>map(entry -> (Map<?, ?>) entry)
                .toList();
    }
}
