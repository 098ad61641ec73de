package org.privacypromise.fraudcheck.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.privacypromise.fraudcheck.rule.verdict.Reason;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the tree of a rule set's file, and collects all its faults on the way. */
final class RuleSetReader {

    static final int MOST_RULES = 200;
    private static final int MOST_LANGUAGES = 30;

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern REQUEST_OR_VERIFICATION = Pattern.compile("REQUEST|VERIFICATION");
    private static final Pattern REVIEW_OR_DENY = Pattern.compile("REVIEW|DENY");
    private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}]{1,500}");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final ConditionCompiler compiler;
    private final RuleFaults faults;
    private final Set<String> keys = new HashSet<>();

    RuleSetReader(ConditionCompiler compiler, RuleFaults faults) {
        this.compiler = compiler;
        this.faults = faults;
    }

    /** Whole only if there are no faults. */
    RuleSet read(Node root) {
        Optional<Fields> fields = Fields.of(root, "", "", faults);
        if (fields.isEmpty()) {
            return new RuleSet("", "en", List.of());
        }
        fields.get().refuseUnknown("version", "language", "rules");
        String version = fields.get()
                .text("version", VERSION, "Use up to 40 letters, digits, dots and hyphens, such as `1.0.0`.")
                .orElse("");
        String language = fields.get()
                .text("language", LANGUAGE, "Name the language in which every text exists, such as `en`.")
                .orElse("en");
        List<Node> entries = fields.get().list("rules");
        if (entries.size() > MOST_RULES) {
            faults.add(
                    entries.get(MOST_RULES),
                    "/rules",
                    "",
                    "There are more than " + MOST_RULES + " rules.",
                    "Join some with ||: people must be able to know them all.");
            return new RuleSet(version, language, List.of());
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            rule(entries.get(i), "/rules/" + i, language).ifPresent(rules::add);
        }
        return new RuleSet(version, language, rules);
    }

    private Optional<Rule> rule(Node node, String place, String language) {
        String name = keyAsWritten(node);
        Optional<Fields> entry = Fields.of(node, place, name, faults);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = entry.get();
        fields.refuseUnknown("key", "applies", "when", "verdict", "text");
        Optional<String> key =
                fields.text("key", KEY, "Use lower-case letters, digits and hyphens, such as `disposable-mailbox`.");
        if (key.isPresent() && !keys.add(key.get())) {
            faults.add(node, place + "/key", name, "There is a rule with this key already.", "Rename one of them.");
        }
        Set<Screened> applies = applies(fields, place, name);
        Optional<String> when = fields.text("when", ANY, "Write the condition under which the rule speaks.");
        Optional<Condition> condition =
                when.flatMap(text -> condition(fields.required("when").orElseThrow(), text, place, name));
        Optional<String> verdict = fields.text("verdict", REVIEW_OR_DENY, "Use REVIEW or DENY.");
        Map<String, String> texts = texts(fields, place, name, language);
        if (key.isEmpty() || condition.isEmpty() || verdict.isEmpty() || !texts.containsKey(language)) {
            return Optional.empty();
        }
        Reason reason = new Reason(key.get(), Verdict.valueOf(verdict.get()), language, texts);
        return Optional.of(new Rule(key.get(), applies, when.get(), condition.get(), reason));
    }

    private Set<Screened> applies(Fields fields, String place, String rule) {
        Set<Screened> applies = EnumSet.noneOf(Screened.class);
        List<Node> entries = fields.list("applies");
        for (int i = 0; i < entries.size(); i++) {
            Node entry = entries.get(i);
            String where = place + "/applies/" + i;
            fields.text(entry, where, REQUEST_OR_VERIFICATION, "Use REQUEST, VERIFICATION or both.")
                    .map(Screened::valueOf)
                    .filter(screened -> !applies.add(screened))
                    .ifPresent(twice ->
                            faults.add(entry, where, rule, "`" + twice + "` is here already.", "Keep one of them."));
        }
        return applies;
    }

    private Optional<Condition> condition(Node node, String text, String place, String rule) {
        List<ConditionCompiler.Issue> issues = new ArrayList<>();
        Optional<Condition> condition = compiler.compile(text, issues);
        // In a block, the text begins in the next line and keeps its lines; anywhere else they are folded into one.
        boolean block = node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.LITERAL;
        int first = node.getStartMark().getLine() + 1;
        issues.forEach(issue -> faults.addInLine(
                block ? first + issue.line() : first, place + "/when", rule, issue.problem(), issue.remedy()));
        return condition;
    }

    private Map<String, String> texts(Fields fields, String place, String rule, String language) {
        Map<String, String> texts = new LinkedHashMap<>();
        Optional<Fields> byLanguage =
                fields.required("text").flatMap(node -> Fields.of(node, place + "/text", rule, faults));
        if (byLanguage.isEmpty()) {
            return texts;
        }
        String remedy = "Tell the person in one or two plain sentences what was noticed, at most 500 characters.";
        byLanguage.get().required(language);
        byLanguage.get().names().stream().limit(MOST_LANGUAGES).forEach(tag -> {
            if (!LANGUAGE.matcher(tag).matches()) {
                byLanguage
                        .get()
                        .optional(tag)
                        .ifPresent(node -> faults.add(
                                node,
                                place + "/text",
                                rule,
                                "`" + tag + "` is no language.",
                                "Use a tag such as `en` or `pt-BR`."));
            }
            byLanguage.get().text(tag, WORDS, remedy).ifPresent(text -> texts.put(tag, text));
        });
        return texts;
    }

    /** To name the rule in faults, however wrong it is. */
    private static String keyAsWritten(Node node) {
        RuleFaults nowhere = new RuleFaults();
        return Fields.of(node, "", "", nowhere)
                .flatMap(fields -> fields.optional("key"))
                .filter(ScalarNode.class::isInstance)
                .map(key -> ((ScalarNode) key).getValue().strip())
                .filter(key -> KEY.matcher(key).matches())
                .orElse("");
    }
}
