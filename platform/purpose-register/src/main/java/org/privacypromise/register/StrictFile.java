package org.privacypromise.register;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.privacypromise.register.yaml.StrictYaml;
import org.privacypromise.register.yaml.UnreadableYamlException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads other files of the suite as strictly as the register: no unknown field, and all that is wrong is told at once, each
 * with its line, its column and what to do about it.
 */
public final class StrictFile {

    private static final StrictYaml YAML = new StrictYaml(1 << 20, 20);

    private StrictFile() {}

    /**
     * The file on the class path.
     *
     * @throws IllegalStateException with all faults, if there is any
     */
    public static <T> T load(ClassLoader loader, String resource, Function<Fields, T> reader) {
        try {
            return understand(resource, YAML.loadResource(loader, resource), reader);
        } catch (UnreadableYamlException e) {
            throw unreadable(resource, e);
        }
    }

    /** As {@link #load}, of a text. */
    public static <T> T parse(String source, String yaml, Function<Fields, T> reader) {
        try {
            return understand(source, YAML.read(yaml.getBytes(StandardCharsets.UTF_8)), reader);
        } catch (UnreadableYamlException e) {
            throw unreadable(source, e);
        }
    }

    private static <T> T understand(String source, Optional<Node> root, Function<Fields, T> reader) {
        if (!(root.orElse(null) instanceof MappingNode mapping)) {
            throw refused(source, List.of(new Fault(1, 1, "", "The file is empty.", "Fill it, or remove it.")));
        }
        Faults faults = new Faults();
        Fields fields = new Fields(mapping, "", faults);
        T read = reader.apply(fields);
        fields.refuseUnknown();
        if (!faults.isEmpty()) {
            throw refused(source, faults.inOrderOfFile());
        }
        return read;
    }

    private static IllegalStateException unreadable(String source, UnreadableYamlException e) {
        return refused(source, List.of(new Fault(e.line(), e.column(), "", e.problem(), e.remedy())));
    }

    private static IllegalStateException refused(String source, List<Fault> faults) {
        return new IllegalStateException(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n  ", "The file " + source + " is refused:\n  ", "")));
    }
}
