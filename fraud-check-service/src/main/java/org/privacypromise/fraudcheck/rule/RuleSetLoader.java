package org.privacypromise.fraudcheck.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.privacypromise.register.yaml.StrictYaml;
import org.privacypromise.register.yaml.UnreadableYamlException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads rules from YAML. What it returns can be asked at once; anything else is refused with an {@link
 * InvalidRuleSetException} that lists all faults together.
 */
public final class RuleSetLoader {

    /** More than the rules that people could know by heart. */
    public static final int MOST_BYTES = 128 * 1024;

    private static final String DEFAULT = "privacy/fraud-rules.yaml";
    private static final StrictYaml YAML = new StrictYaml(MOST_BYTES, 8);

    private static final ConditionCompiler COMPILER = new ConditionCompiler();

    private RuleSetLoader() {}

    /** The rules that ship with the service. */
    public static RuleSet loadDefault() {
        try {
            return understand(DEFAULT, YAML.loadResource(RuleSetLoader.class.getClassLoader(), DEFAULT));
        } catch (UnreadableYamlException e) {
            throw refused(DEFAULT, e);
        }
    }

    /** The rules in this file: UTF-8, at most 128 KiB. */
    public static RuleSet load(Path path) {
        try {
            return understand(path.toString(), YAML.load(path));
        } catch (UnreadableYamlException e) {
            throw refused(path.toString(), e);
        }
    }

    /** @param source what faults call the file */
    public static RuleSet read(String source, byte[] bytes) {
        try {
            return understand(source, YAML.read(bytes));
        } catch (UnreadableYamlException e) {
            throw refused(source, e);
        }
    }

    private static RuleSet understand(String source, Optional<Node> root) {
        if (root.isEmpty()) {
            throw refused(
                    source,
                    new RuleFault(
                            1, "", "", "The file holds no rules.", "Start from the rules that ship with the service."));
        }
        RuleFaults faults = new RuleFaults();
        RuleSet rules = new RuleSetReader(COMPILER, faults).read(root.get());
        if (!faults.isEmpty()) {
            throw new InvalidRuleSetException(source, faults.inOrderOfFile());
        }
        return rules;
    }

    private static InvalidRuleSetException refused(String source, UnreadableYamlException e) {
        return refused(source, new RuleFault(e.line(), "", "", e.problem(), e.remedy()));
    }

    private static InvalidRuleSetException refused(String source, RuleFault fault) {
        return new InvalidRuleSetException(source, List.of(fault));
    }
}
