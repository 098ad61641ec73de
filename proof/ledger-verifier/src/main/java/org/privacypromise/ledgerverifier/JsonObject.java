package org.privacypromise.ledgerverifier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An object read from JSON, asked field by field; a field that is missing or of another kind is refused by name. */
record JsonObject(Map<?, ? extends @Nullable Object> fields) {

    static JsonObject of(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            return new JsonObject(fields);
        }
        throw new IllegalArgumentException("an object is missing");
    }

    String text(String name) {
        return field(name, String.class);
    }

    long number(String name) {
        return field(name, Long.class);
    }

    boolean flag(String name) {
        return field(name, Boolean.class);
    }

    List<JsonObject> objects(String name) {
        return elements(name).stream().map(JsonObject::of).toList();
    }

    List<String> texts(String name) {
        return elements(name).stream().map(one -> as(name, one, String.class)).toList();
    }

    /** Sorted by name. */
    Map<String, String> textsByName(String name) {
        Map<String, String> texts = new TreeMap<>();
        JsonObject.of(fields.get(name))
                .fields
                .forEach((key, value) -> texts.put(String.valueOf(key), as(name, value, String.class)));
        return texts;
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(fields.get(name)).map(value -> as(name, value, String.class));
    }

    Optional<JsonObject> optionalObject(String name) {
        return Optional.ofNullable(fields.get(name)).map(JsonObject::of);
    }

    private List<? extends @Nullable Object> elements(String name) {
        return (List<?>) field(name, List.class);
    }

    private <T> T field(String name, Class<T> kind) {
        return as(name, fields.get(name), kind);
    }

    private static <T> T as(String name, @Nullable Object value, Class<T> kind) {
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException("the field " + name + " is missing, or not what it should be");
        }
        return kind.cast(value);
    }
}
