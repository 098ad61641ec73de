package org.privacypromise.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A group of fields of the file. A field that nobody asked for by the end is unknown. */
public final class Fields {

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();
    private final String path;
    private final Faults faults;

    Fields(MappingNode mapping, String path, Faults faults) {
        this.path = path;
        this.faults = faults;
        for (NodeTuple field : mapping.getValue()) {
            Node name = field.getKeyNode();
            if (!(name instanceof ScalarNode scalar)) {
                faults.add(path, name.getStartMark(), "A field's name must be a single word.", "Rename the field.");
            } else if (values.containsKey(scalar.getValue())) {
                faults.add(
                        pathOf(scalar.getValue()),
                        name.getStartMark(),
                        "The field is given twice.",
                        "Keep one of them; the first is in line " + faults.lineOf(pathOf(scalar.getValue())) + ".");
            } else {
                String fieldPath = pathOf(scalar.getValue());
                values.put(scalar.getValue(), new Value(field.getValueNode(), fieldPath, faults));
                faults.place(fieldPath, name.getStartMark());
            }
        }
    }

    /** The field's value; if it is missing or unreadable, a fault and the stand-in. */
    public <T> T required(String name, Function<Value, Optional<T>> reader, T standIn) {
        if (!has(name)) {
            missing(name);
            return standIn;
        }
        return optional(name, reader).orElse(standIn);
    }

    public <T> Optional<T> optional(String name, Function<Value, Optional<T>> reader) {
        return value(name).flatMap(reader);
    }

    public <T> @Nullable T nullable(String name, Function<Value, Optional<T>> reader) {
        return optional(name, reader).orElse(null);
    }

    public <T> List<T> requiredList(String name, Function<Value, Optional<T>> reader) {
        return required(name, value -> Optional.of(value.list(reader)), List.<T>of());
    }

    public <T> List<T> list(String name, Function<Value, Optional<T>> reader) {
        return value(name).map(value -> value.list(reader)).orElse(List.of());
    }

    /** The names of all fields, for a group whose names are keys. */
    public List<String> names() {
        return new ArrayList<>(values.keySet());
    }

    public boolean has(String name) {
        known.add(name);
        return values.containsKey(name);
    }

    void missing(String name) {
        faults.add(pathOf(name), "The field is missing.", "Add `" + name + ":`.");
    }

    public void fault(String problem, String remedy) {
        faults.add(path, problem, remedy);
    }

    void refuseUnknown() {
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(
                        pathOf(name),
                        "There is no such field here.",
                        "Remove it, or correct its name to one of: " + String.join(", ", known) + "."));
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private Optional<Value> value(String name) {
        known.add(name);
        return Optional.ofNullable(values.get(name));
    }
}
