package org.privacypromise.subjecttasks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One part of what a service holds about a subject, as the subject reads it.
 *
 * @param category key of a data category that the system holds according to the purpose register
 * @param source where it comes from, in plain words, such as {@code given by you}
 * @param records flat, field to value, in the order in which they are read. A field's name is in words that a customer
 *     understands ({@code ordered on}); its value is a text, a number, a truth value, a date or an instant. A field
 *     without value (null) is left out
 */
public record DataSection(String category, String source, List<Map<String, Object>> records) {

    private static final Set<Class<?>> VALUES = Set.of(
            String.class, Integer.class, Long.class, BigDecimal.class, Boolean.class, LocalDate.class, Instant.class);

    /** @throws IllegalArgumentException for a value of another type; the message names its field and type only */
    public DataSection {
        records = records.stream().map(DataSection::copy).toList();
    }

    private static Map<String, Object> copy(Map<String, Object> fields) {
        Map<String, Object> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, known(name, value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object known(String name, Object value) {
        if (!VALUES.contains(value.getClass())) {
            throw new IllegalArgumentException("the field `" + name + "` is a "
                    + value.getClass().getSimpleName() + ": make it a text, number, truth value, date or instant");
        }
        return value;
    }
}
