package org.privacypromise.events;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The few shapes that a text in an event may have. None of them can hold an e-mail address, a person's full name, an
 * international phone number or a postal address; the messages name the field only, for they end up in logs.
 */
final class Shape {

    private static final int LONGEST_REFERENCE = 128;
    private static final int LONGEST_REGISTER_KEY = 64;

    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){0,7}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern RECEIPT =
            Pattern.compile("[A-Za-z0-9_-]{1,512}\\.[A-Za-z0-9_-]{1,2048}\\.[A-Za-z0-9_-]{1,512}");

    private Shape() {}

    static String key(@Nullable String value) {
        return holding(isKey(value), "key", value, "must be c:<customerId> or p:<contactRef>");
    }

    /** An opaque ID, a reference or a version: characters that need no escaping in a URL (RFC 3986, unreserved). */
    static String reference(String field, @Nullable String value) {
        return holding(isReference(value, 0), field, value, "must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ -");
    }

    /** A purpose, channel or brand, as the purpose register names it. */
    static String registerKey(String field, @Nullable String value) {
        return holding(isRegisterKey(value), field, value, "must be a key of the purpose register: a-z 0-9 -");
    }

    /** A data category, as fideslang and the purpose register name it. */
    static String category(String field, @Nullable String value) {
        return matching(CATEGORY, field, value, "must be a data category: a-z 0-9 _ and dots");
    }

    /** A SHA-256 hash. */
    static String digest(String field, @Nullable String value) {
        return matching(DIGEST, field, value, "must be 64 hexadecimal digits");
    }

    /** A compact JWS (RFC 7515). */
    static String receipt(String field, @Nullable String value) {
        return matching(RECEIPT, field, value, "must be a compact JWS");
    }

    static List<String> references(String field, @Nullable List<String> values) {
        return distinct(field, values, value -> reference(field, value));
    }

    static List<String> categories(String field, @Nullable List<String> values) {
        return distinct(field, values, value -> category(field, value));
    }

    static void optional(@Nullable String value, Consumer<String> check) {
        if (value != null) {
            check.accept(value);
        }
    }

    static long version(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("version must be at least 1");
        }
        return value;
    }

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** An immutable copy in the same order, in which each {@code identity} occurs once. */
    static <T> List<T> distinct(String field, @Nullable List<T> values, Function<T, Object> identity) {
        var seen = new HashSet<>();
        for (@Nullable T value : present(field, values)) {
            if (!seen.add(identity.apply(present("an entry of " + field, value)))) {
                throw new IllegalArgumentException(field + " says the same twice");
            }
        }
        return List.copyOf(values);
    }

    // Without expressions: every event has dozens of these.
    private static boolean isKey(@Nullable String value) {
        return value != null && (value.startsWith("c:") || value.startsWith("p:")) && isReference(value, 2);
    }

    private static boolean isReference(@Nullable String value, int from) {
        if (value == null || value.length() == from || value.length() - from > LONGEST_REFERENCE) {
            return false;
        }
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLowerCase(c) && !isDigit(c) && !(c >= 'A' && c <= 'Z') && "._~-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRegisterKey(@Nullable String value) {
        if (value == null
                || value.isEmpty()
                || value.length() > LONGEST_REGISTER_KEY
                || !isLowerCase(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLowerCase(c) && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerCase(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String matching(Pattern shape, String field, @Nullable String value, String rule) {
        return holding(value != null && shape.matcher(value).matches(), field, value, rule);
    }

    private static String holding(boolean good, String field, @Nullable String value, String rule) {
        if (value == null || !good) {
            throw new IllegalArgumentException(field + " " + rule);
        }
        return value;
    }
}
