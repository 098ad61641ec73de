package org.privacypromise.fraudcheck.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A group of fields of the file. What is unknown, missing, double or of the wrong sort becomes a fault. */
final class Fields {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final MappingNode group;
    private final String place;
    private final String rule;
    private final RuleFaults faults;

    private Fields(MappingNode group, String place, String rule, RuleFaults faults) {
        this.group = group;
        this.place = place;
        this.rule = rule;
        this.faults = faults;
    }

    /** Empty, and a fault, if the node is no group of fields. */
    static Optional<Fields> of(Node node, String place, String rule, RuleFaults faults) {
        if (!(node instanceof MappingNode group)) {
            faults.add(
                    node,
                    place,
                    rule,
                    "This must be a group of fields.",
                    "Write each field as `name: value` on a line of its own.");
            return Optional.empty();
        }
        Fields fields = new Fields(group, place, rule, faults);
        group.getValue().forEach(fields::take);
        return Optional.of(fields);
    }

    private void take(NodeTuple field) {
        if (!(field.getKeyNode() instanceof ScalarNode name)) {
            faults.add(field.getKeyNode(), place, rule, "A field's name must be a single word.", "Rename the field.");
        } else if (values.putIfAbsent(name.getValue(), field.getValueNode()) != null) {
            faults.add(
                    name,
                    place,
                    rule,
                    "The field `" + name.getValue() + "` is given twice.",
                    "Keep one of them; the first is in line "
                            + (values.get(name.getValue()).getStartMark().getLine() + 1) + ".");
        }
    }

    void refuseUnknown(String... known) {
        for (NodeTuple field : group.getValue()) {
            if (field.getKeyNode() instanceof ScalarNode name && !Set.of(known).contains(name.getValue())) {
                faults.add(
                        name,
                        place,
                        rule,
                        "The field `" + name.getValue() + "` is not known here.",
                        "Use: " + String.join(", ", known) + ".");
            }
        }
    }

    Set<String> names() {
        return values.keySet();
    }

    Optional<Node> required(String name) {
        if (!values.containsKey(name)) {
            faults.add(group, place, rule, "The field `" + name + "` is missing.", "Add `" + name + ":`.");
        }
        return optional(name);
    }

    Optional<Node> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The text of a field that must be there. */
    Optional<String> text(String name, Pattern shape, String remedy) {
        return required(name).flatMap(node -> text(node, placeOf(name), shape, remedy));
    }

    Optional<String> text(Node node, String where, Pattern shape, String remedy) {
        if (!(node instanceof ScalarNode scalar)
                || scalar.getTag().equals(Tag.NULL)
                || scalar.getValue().isBlank()) {
            faults.add(node, where, rule, "This must be a single value.", remedy);
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        if (!shape.matcher(text).matches()) {
            faults.add(node, where, rule, "The value is not written as it must be.", remedy);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** The entries of a list that must be there and hold something. */
    List<Node> list(String name) {
        Optional<Node> node = required(name);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof SequenceNode list) || list.getValue().isEmpty()) {
            faults.add(
                    node.get(),
                    placeOf(name),
                    rule,
                    "This must be a list that is not empty.",
                    "Write it as [a, b], or each entry on a line that starts with `- `.");
            return List.of();
        }
        return new ArrayList<>(list.getValue());
    }

    String placeOf(String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
