package org.privacypromise.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of {@code crds/<kind>.<group>-<version>.txt}, one a line: {@code *} stands for every entry of a list and
 * {@code **} for whatever is below.
 */
final class KnownFields {

    private KnownFields() {}

    static Optional<String> fault(Resource resource) {
        String[] api = resource.apiVersion().split("/");
        String file = "crds/" + resource.kind() + "." + String.join("-", api) + ".txt";
        Set<String> known = lines(file);
        if (known.isEmpty()) {
            return Optional.of(resource.fault("kind", "is known neither by a model nor by " + file));
        }
        return fields("", resource.content())
                .filter(field -> !field.startsWith("metadata.")
                        && !Set.of("apiVersion", "kind").contains(field))
                .filter(field -> known.stream().noneMatch(line -> covers(line, field)))
                .findFirst()
                .map(field -> resource.fault(field, "is no field of " + file));
    }

    private static boolean covers(String line, String field) {
        return line.endsWith(".**") ? field.startsWith(line.substring(0, line.length() - 2)) : field.equals(line);
    }

    private static Stream<String> fields(String path, Object value) {
        return switch (value) {
            case Map<?, ?> map
            when !map.isEmpty() ->
                map.entrySet().stream().flatMap(entry -> fields(below(path, entry.getKey()), entry.getValue()));
            case List<?> list when !list.isEmpty() -> list.stream().flatMap(entry -> fields(below(path, "*"), entry));
            case null, default -> Stream.of(path);
        };
    }

    private static String below(String path, Object step) {
        return path.isEmpty() ? String.valueOf(step) : path + "." + step;
    }

    private static Set<String> lines(String file) {
        try (InputStream content = KnownFields.class.getClassLoader().getResourceAsStream(file)) {
            return content == null
                    ? Set.of()
                    : new String(content.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
