package org.privacypromise.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of the file. What cannot be read as asked for becomes a fault and an empty answer. */
public record Value(Node node, String path, Faults faults) {

    /** What names an entry of a list, in this order of preference. */
    private static final List<String> NAMES = List.of("key", "tag", "category", "retention");

    public Value {
        faults.place(path, node.getStartMark());
    }

    public <T> Optional<T> fault(String problem, String remedy) {
        faults.add(path, node.getStartMark(), problem, remedy);
        return Optional.empty();
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** The characters as written: {@code NO} is Norway here, whatever YAML 1.1 makes of it. */
    public Optional<String> scalar() {
        if (!(node instanceof ScalarNode scalar)) {
            return fault("This must be a single value.", "Write it on one line, without a list or fields below it.");
        }
        if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
            return fault("The value is empty.", "Give a value or remove the field.");
        }
        return Optional.of(scalar.getValue().strip());
    }

    public <T> Optional<T> fields(Function<Fields, T> reader) {
        if (!(node instanceof MappingNode mapping)) {
            return fault("This must be a group of fields.", "Write each field as `name: value` on a line of its own.");
        }
        Fields fields = new Fields(mapping, path, faults);
        T read = reader.apply(fields);
        fields.refuseUnknown();
        return Optional.of(read);
    }

    public <T> List<T> list(Function<Value, Optional<T>> reader) {
        if (!(node instanceof SequenceNode sequence)) {
            this.<T>fault("This must be a list.", "Write it as [a, b], or each entry on a line that starts with `- `.");
            return List.of();
        }
        List<T> read = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node entry : sequence.getValue()) {
            Optional<String> name = nameOf(entry);
            Value value =
                    new Value(entry, path + "[" + name.orElseGet(() -> String.valueOf(read.size())) + "]", faults);
            if (name.isPresent() && !seen.add(name.get())) {
                value.fault("`" + name.get() + "` is in this list already.", "Keep one of them.");
            }
            reader.apply(value).ifPresent(read::add);
        }
        return read;
    }

    private static Optional<String> nameOf(Node entry) {
        if (entry instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        if (!(entry instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return NAMES.stream()
                .flatMap(name -> mapping.getValue().stream().filter(field -> isNamed(field, name)))
                .map(NodeTuple::getValueNode)
                .filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).getValue())
                .findFirst();
    }

    private static boolean isNamed(NodeTuple field, String name) {
        return field.getKeyNode() instanceof ScalarNode scalar
                && scalar.getValue().equals(name);
    }
}
