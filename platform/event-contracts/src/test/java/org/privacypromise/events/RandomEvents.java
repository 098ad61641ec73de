package org.privacypromise.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
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
        // What goes with one outcome only would be thrown out by the record's own rules half of the time.
        if (type == VerificationConcluded.class) {
            return verification();
        } else if (type == TaskAnswered.class) {
            return answer();
        }
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
            return IntStream.rangeClosed(0, 1 + random.nextInt(5))
                    .mapToObj(i -> value(name, list.getActualTypeArguments()[0]))
                    .distinct()
                    .toList();
        } else if (type == LocalDate.class) {
            return LocalDate.ofEpochDay(random.nextInt(40_000));
        } else if (type instanceof Class<?> part && part.isRecord()) {
            return record(part);
        }
        throw new AssertionError("teach RandomEvents to make a " + type + " for " + name);
    }

    private String text(String name) {
        return switch (name) {
            case "key" -> (random.nextBoolean() ? "c:" : "p:") + characters(UNRESERVED, 1 + random.nextInt(128));
            case "category", "categories" -> "user.a_" + characters("abcdefghijklmnopqrstuvwxyz0123456789_", 12);
            case "hash", "digest" -> characters("0123456789abcdef", 64);
            case "purpose", "channel", "brand", "retention", "rules", "reason", "recipients" ->
                "k" + characters("abcdefghijklmnopqrstuvwxyz0123456789-", 12);
            default -> characters(UNRESERVED, 1 + random.nextInt(128));
        };
    }

    private VerificationConcluded verification() {
        boolean verified = random.nextBoolean();
        return new VerificationConcluded(
                text("verificationId"),
                1 + random.nextInt(9),
                text("contactRef"),
                VerificationConcluded.Purpose.ACCESS_REQUEST,
                random.nextBoolean() ? text("requestId") : null,
                verified ? VerificationConcluded.Outcome.VERIFIED : VerificationConcluded.Outcome.FAILED,
                verified ? VerificationConcluded.Evidence.CONTACT_POINT_CONTROL : null,
                verified ? List.of(text("customerId")) : List.of(),
                verified ? "aGVhZA.Ym9keQ.c2ln" : null,
                Instant.ofEpochSecond(random.nextLong(YEAR_2100)));
    }

    private TaskAnswered answer() {
        boolean failed = random.nextBoolean();
        return new TaskAnswered(
                text("taskId"),
                text("requestId"),
                1 + random.nextInt(9),
                failed ? TaskAnswered.Outcome.FAILED : TaskAnswered.Outcome.DONE,
                random.nextBoolean() ? text("digest") : null,
                List.of(new TaskAnswered.Kept(text("category"), text("retention"), null)),
                List.of((TaskAnswered.Certificate) record(TaskAnswered.Certificate.class)),
                failed ? text("reason") : null,
                Instant.ofEpochSecond(random.nextLong(YEAR_2100)));
    }

    private String characters(String from, int length) {
        return random.ints(length, 0, from.length())
                .mapToObj(i -> String.valueOf(from.charAt(i)))
                .reduce("", String::concat);
    }
}
