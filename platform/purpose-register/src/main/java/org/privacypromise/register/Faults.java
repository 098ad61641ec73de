package org.privacypromise.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** Collects everything wrong with a file, and knows where in the file each field stands. */
public final class Faults {

    private final Map<String, Mark> places = new HashMap<>();
    private final Set<String> faulty = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    void place(String field, Mark mark) {
        places.put(field, mark);
    }

    void add(String field, String problem, String remedy) {
        add(field, placeOf(field), problem, remedy);
    }

    void add(String field, @Nullable Mark mark, String problem, String remedy) {
        faulty.add(field);
        faults.add(
                mark == null
                        ? new Fault(1, 1, field, problem, remedy)
                        : new Fault(mark.getLine() + 1, mark.getColumn() + 1, field, problem, remedy));
    }

    /** A fault that follows from a field's value, unless that field could not be read anyhow. */
    void addUnlessUnreadable(String field, String problem, String remedy) {
        if (faulty.stream().noneMatch(other -> isSameOrInside(other, field))) {
            add(field, problem, remedy);
        }
    }

    /** A fault if the key is none of the existing ones. What could not be read has its fault already, on either side. */
    void addUnlessKnown(String key, List<String> existing, String field, String what) {
        boolean comparable = !key.isEmpty() && !existing.isEmpty();
        if (comparable && !existing.contains(key)) {
            addUnlessUnreadable(
                    field,
                    "`" + key + "` is no " + what + ".",
                    "Use one of: " + existing.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    int lineOf(String field) {
        Mark mark = placeOf(field);
        return mark == null ? 1 : mark.getLine() + 1;
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<Fault> inOrderOfFile() {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }

    /** Of the field itself or, if it is missing, of what it is missing from. */
    private @Nullable Mark placeOf(String field) {
        String path = field;
        while (!places.containsKey(path) && !path.isEmpty()) {
            path = parentOf(path);
        }
        return places.get(path);
    }

    /** Keys in brackets may hold dots: {@code data[user.name]} is inside {@code data}. */
    private static String parentOf(String field) {
        int end = field.endsWith("]") ? field.lastIndexOf('[') : field.lastIndexOf('.');
        return end < 0 ? "" : field.substring(0, end);
    }

    private static boolean isSameOrInside(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }
}
