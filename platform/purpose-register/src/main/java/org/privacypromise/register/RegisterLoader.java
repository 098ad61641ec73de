package org.privacypromise.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a register from YAML. What it returns holds together; anything else is refused with an
 * {@link InvalidRegisterException} that lists all faults at once.
 */
public final class RegisterLoader {

    private static final String DEFAULT = "privacy/purpose-register.yaml";
    private static final int MOST_BYTES = 1 << 20;
    private static final int DEEPEST_NESTING = 20;

    private RegisterLoader() {}

    /** The register that ships with the suite. */
    public static PurposeRegister loadDefault() {
        try (InputStream file = RegisterLoader.class.getClassLoader().getResourceAsStream(DEFAULT)) {
            if (file == null) {
                throw new IllegalStateException("The class path lacks " + DEFAULT);
            }
            return read(DEFAULT, file);
        } catch (IOException e) {
            throw unreadable(DEFAULT, e);
        }
    }

    /** The register in this file: UTF-8, at most 1 MiB. */
    public static PurposeRegister load(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            return read(path.toString(), file);
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
    }

    private static PurposeRegister read(String source, InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw refused(
                    source, 0, 0, "The file is larger than 1 MiB.", "Shorten it, or check that it is the right file.");
        }
        return parse(source, decode(source, bytes));
    }

    static PurposeRegister parse(String source, String yaml) {
        Faults faults = new Faults();
        try {
            Node root = compose(source, yaml);
            if (!(root instanceof MappingNode mapping)) {
                throw refused(
                        source,
                        1,
                        1,
                        "The file holds no register.",
                        "Start from the register that ships with the suite.");
            }
            Fields fields = new Fields(mapping, "", faults);
            PurposeRegister register = new RegisterReader().read(fields);
            fields.refuseUnknown();
            PurposeRule.check(register, faults);
            References.check(register, faults);
            if (faults.isEmpty()) {
                return register;
            }
            throw new InvalidRegisterException(source, faults.inOrderOfFile());
        } catch (MarkedYAMLException e) {
            throw malformed(source, e.getProblem(), e.getProblemMark());
        } catch (YAMLException e) {
            throw malformed(source, String.valueOf(e.getMessage()), null);
        }
    }

    /** Only the tree of nodes, so that no content of the file ever names a class to be constructed. */
    private static @Nullable Node compose(String source, String yaml) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_BYTES);
        limits.setNestingDepthLimit(DEEPEST_NESTING);
        limits.setMaxAliasesForCollections(0);
        Yaml parser = new Yaml(new SafeConstructor(limits));
        for (Event event : parser.parse(new StringReader(yaml))) {
            if (event instanceof AliasEvent alias) {
                throw refused(
                        source,
                        alias.getStartMark().getLine() + 1,
                        alias.getStartMark().getColumn() + 1,
                        "References to other parts of the file (`*name`) are not read.",
                        "Write the value out.");
            }
        }
        return parser.compose(new StringReader(yaml));
    }

    private static String decode(String source, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(source, 0, 0, "The file is not UTF-8 text.", "Save it as UTF-8.");
        }
    }

    private static InvalidRegisterException unreadable(String source, IOException e) {
        return refused(
                source,
                0,
                0,
                "The file cannot be read (" + e.getClass().getSimpleName() + ").",
                "Check that the path is right, that it is a file, and that this program may read it.");
    }

    private static InvalidRegisterException malformed(String source, String problem, @Nullable Mark mark) {
        return refused(
                source,
                mark == null ? 1 : mark.getLine() + 1,
                mark == null ? 1 : mark.getColumn() + 1,
                "This is not YAML: " + problem + ".",
                "Check indentation, quotes and brackets in this line and the one above it.");
    }

    private static InvalidRegisterException refused(
            String source, int line, int column, String problem, String remedy) {
        return new InvalidRegisterException(source, List.of(new Fault(line, column, "", problem, remedy)));
    }
}
