package org.privacypromise.register.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a file as a tree of nodes, each with its place. It takes UTF-8 up to a size and a depth, and no references, so
 * that neither a small file can grow large nor its content name a class to be constructed.
 *
 * @param mostBytes how large a file may be
 * @param deepestNesting how deep lists and maps may be nested
 */
public record StrictYaml(int mostBytes, int deepestNesting) {

    private static final int MIB = 1 << 20;

    /** The tree in this file; empty if the file holds nothing. */
    public Optional<Node> load(Path path) throws UnreadableYamlException {
        try (InputStream file = Files.newInputStream(path)) {
            return read(file.readNBytes(mostBytes + 1));
        } catch (IOException e) {
            throw new UnreadableYamlException(
                    0,
                    0,
                    "The file cannot be read (" + e.getClass().getSimpleName() + ").",
                    "Check that the path is right, that it is a file, and that this program may read it.");
        }
    }

    /** The tree in this resource, which the program cannot do without. */
    public Optional<Node> loadResource(ClassLoader loader, String name) throws UnreadableYamlException {
        try (InputStream file = loader.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The class path lacks " + name);
            }
            return read(file.readNBytes(mostBytes + 1));
        } catch (IOException e) {
            throw new IllegalStateException("The class path cannot be read at " + name, e);
        }
    }

    /** The tree in these bytes; empty if they hold nothing. */
    public Optional<Node> read(byte[] bytes) throws UnreadableYamlException {
        if (bytes.length > mostBytes) {
            throw new UnreadableYamlException(
                    0,
                    0,
                    "The file is larger than "
                            + (mostBytes < MIB ? mostBytes / 1024 + " KiB." : mostBytes / MIB + " MiB."),
                    "Shorten it, or check that it is the right file.");
        }
        try {
            return Optional.ofNullable(compose(decode(bytes)));
        } catch (MarkedYAMLException e) {
            throw malformed(e.getProblem(), e.getProblemMark());
        } catch (YAMLException e) {
            throw malformed(String.valueOf(e.getMessage()), null);
        }
    }

    private @Nullable Node compose(String yaml) throws UnreadableYamlException {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(mostBytes);
        limits.setNestingDepthLimit(deepestNesting);
        limits.setMaxAliasesForCollections(0);
        Yaml parser = new Yaml(new SafeConstructor(limits));
        for (Event event : parser.parse(new StringReader(yaml))) {
            if (event instanceof AliasEvent alias) {
                throw new UnreadableYamlException(
                        alias.getStartMark().getLine() + 1,
                        alias.getStartMark().getColumn() + 1,
                        "References to other parts of the file (`*name`) are not read.",
                        "Write the value out.");
            }
        }
        return parser.compose(new StringReader(yaml));
    }

    private static String decode(byte[] bytes) throws UnreadableYamlException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableYamlException(0, 0, "The file is not UTF-8 text.", "Save it as UTF-8.");
        }
    }

    private static UnreadableYamlException malformed(String problem, @Nullable Mark mark) {
        return new UnreadableYamlException(
                mark == null ? 1 : mark.getLine() + 1,
                mark == null ? 1 : mark.getColumn() + 1,
                "This is not YAML: " + problem + ".",
                "Check indentation, quotes and brackets in this line and the one above it.");
    }
}
