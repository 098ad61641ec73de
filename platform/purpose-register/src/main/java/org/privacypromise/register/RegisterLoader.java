package org.privacypromise.register;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.privacypromise.register.yaml.StrictYaml;
import org.privacypromise.register.yaml.UnreadableYamlException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a register from YAML. What it returns holds together; anything else is refused with an
 * {@link InvalidRegisterException} that lists all faults at once.
 */
public final class RegisterLoader {

    private static final String DEFAULT = "privacy/purpose-register.yaml";
    private static final StrictYaml YAML = new StrictYaml(1 << 20, 20);

    private RegisterLoader() {}

    /** The register that ships with the suite. */
    public static PurposeRegister loadDefault() {
        try {
            return understand(DEFAULT, YAML.loadResource(RegisterLoader.class.getClassLoader(), DEFAULT));
        } catch (UnreadableYamlException e) {
            throw refused(DEFAULT, e);
        }
    }

    /** The register in this file: UTF-8, at most 1 MiB. */
    public static PurposeRegister load(Path path) {
        try {
            return understand(path.toString(), YAML.load(path));
        } catch (UnreadableYamlException e) {
            throw refused(path.toString(), e);
        }
    }

    static PurposeRegister parse(String source, String yaml) {
        try {
            return understand(source, YAML.read(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableYamlException e) {
            throw refused(source, e);
        }
    }

    private static PurposeRegister understand(String source, Optional<Node> root) {
        if (!(root.orElse(null) instanceof MappingNode mapping)) {
            throw refused(
                    source,
                    new Fault(
                            1,
                            1,
                            "",
                            "The file holds no register.",
                            "Start from the register that ships with the suite."));
        }
        Faults faults = new Faults();
        Fields fields = new Fields(mapping, "", faults);
        PurposeRegister register = new RegisterReader().read(fields);
        fields.refuseUnknown();
        PurposeRule.check(register, faults);
        References.check(register, faults);
        Keeping.check(register, faults);
        Participation.check(register, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRegisterException(source, faults.inOrderOfFile());
        }
        return register;
    }

    private static InvalidRegisterException refused(String source, UnreadableYamlException e) {
        return refused(source, new Fault(e.line(), e.column(), "", e.problem(), e.remedy()));
    }

    private static InvalidRegisterException refused(String source, Fault fault) {
        return new InvalidRegisterException(source, List.of(fault));
    }
}
