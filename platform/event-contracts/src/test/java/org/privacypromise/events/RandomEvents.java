package org.privacypromise.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes valid records of any event class, so that a new one is tested without anyone writing a fixture. */
final class RandomEvents {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-";
    private static final long YEAR_2100 = 4_102_444_800L;

    private final Random random;

    RandomEvents(long seed) {
        random = new Random(seed);
    }

    Event event(EventType type) {
        return (Event) record(type.recordClass());
    }

    private Object record(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
            Object[] values = Arrays.stream(components)
                    .map(c -> value(c.getName(), c.getGenericType()))
                    .toArray();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make a " + type.getSimpleName(), e);
        }
    }

    private Object value(String name, Type type) {
        if (type == String.class) {
            return text(name);
        } else if (type == long.class) {
            return 1 + random.nextLong(Long.MAX_VALUE);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextLong(YEAR_2100), random.nextInt(1_000_000_000));
        } else if (type instanceof Class<?> known && known.isEnum()) {
            return known.getEnumConstants()[random.nextInt(known.getEnumConstants().length - 1)]; // never UNKNOWN
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return IntStream.rangeClosed(0, random.nextInt(5))
                    .mapToObj(i -> record((Class<?>) list.getActualTypeArguments()[0]))
                    .toList();
        }
        throw new AssertionError("teach RandomEvents to make a " + type + " for " + name);
    }

    private String text(String name) {
        return switch (name) {
            case "key" -> (random.nextBoolean() ? "c:" : "p:") + characters(UNRESERVED, 1 + random.nextInt(128));
            case "purpose", "channel", "brand" -> "k" + characters("abcdefghijklmnopqrstuvwxyz0123456789-", 12);
            default -> characters(UNRESERVED, 1 + random.nextInt(128));
        };
    }

    private String characters(String from, int length) {
        return random.ints(length, 0, from.length())
                .mapToObj(i -> String.valueOf(from.charAt(i)))
                .reduce("", String::concat);
    }
}
