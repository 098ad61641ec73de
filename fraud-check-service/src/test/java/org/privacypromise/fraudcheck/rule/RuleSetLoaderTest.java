package org.privacypromise.fraudcheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;
import org.privacypromise.fraudcheck.signal.value.Facts;
import org.privacypromise.fraudcheck.signal.value.Signals;
import org.privacypromise.fraudcheck.velocity.count.Counts;
import org.privacypromise.fraudcheck.velocity.count.Measure;
import org.privacypromise.fraudcheck.velocity.count.Window;

class RuleSetLoaderTest {

    private static final String GOOD = """
            version: 2.1.0
            language: en
            rules:
              - key: many-requests
                applies: [REQUEST, VERIFICATION]
                when: origin.requests.last_hour > 5 && !mailbox.disposable
                verdict: REVIEW
                text: { en: Many requests., de: Viele Anträge. }
              - key: erasure-by-phone
                applies: [REQUEST]
                when: |
                  right == "ERASURE" &&
                  channel in ["PHONE", "POST"]
                verdict: DENY
                text: { en: Erasure by phone. }
            """;

    @Test
    void good_rules_are_read_as_they_stand() {
        RuleSet rules = read(GOOD);

        assertThat(rules.version()).isEqualTo("2.1.0");
        assertThat(rules.rules()).extracting(Rule::key).containsExactly("many-requests", "erasure-by-phone");
        Rule first = rules.rules().getFirst();
        assertThat(first.applies()).isEqualTo(Set.of(Screened.REQUEST, Screened.VERIFICATION));
        assertThat(first.when()).isEqualTo("origin.requests.last_hour > 5 && !mailbox.disposable");
        assertThat(first.reason().texts()).isEqualTo(Map.of("en", "Many requests.", "de", "Viele Anträge."));
    }

    @Test
    void rules_speak_about_what_they_apply_to_if_their_condition_holds() {
        RuleSet rules = read(GOOD);
        Signals both = Signals.of(
                new Facts("ERASURE", "PHONE", null, true, false, false, null),
                Counts.of(Map.of(Measure.ORIGIN_REQUESTS, Map.of(Window.LAST_HOUR, 6L))));
        Signals none = Signals.of(
                new Facts("ERASURE", "WEB", null, true, false, false, null),
                Counts.of(Map.of(Measure.ORIGIN_REQUESTS, Map.of(Window.LAST_HOUR, 5L))));

        assertThat(rules.judge(Screened.REQUEST, both).verdict()).isEqualTo(Verdict.DENY);
        assertThat(rules.judge(Screened.REQUEST, both).reasons())
                .extracting(reason -> reason.rule())
                .containsExactly("many-requests", "erasure-by-phone");
        assertThat(rules.judge(Screened.VERIFICATION, both).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(rules.judge(Screened.REQUEST, none).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void all_faults_are_told_at_once_each_with_its_line_its_rule_and_a_remedy() {
        // Given
        String yaml = """
                version: 1.0.0
                language: en
                extra: 1
                rules:
                  - key: first
                    applies: [REQUEST, REQUEST]
                    when: origin.request.last_hour > 5
                    verdict: REFUSE
                    text: { en: Words. }
                  - key: second
                    applies: []
                    when: right > 5
                    verdict: DENY
                    text: { de: Worte. }
                  - key: first
                    applies: [REQUEST]
                    when: |
                      mailbox.disposable &&
                      right.matches("(a+)+$")
                    verdict: REVIEW
                    verdict: DENY
                    text: Words.
                  - key: Fourth
                    when: right
                    verdict: DENY
                """;

        // When
        List<RuleFault> faults = faults(yaml);

        // Then
        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.rule() + " " + fault.place())
                .containsExactly(
                        "3  ",
                        "6 first /rules/0/applies/1",
                        "7 first /rules/0/when",
                        "8 first /rules/0/verdict",
                        "11 second /rules/1/applies",
                        "12 second /rules/1/when",
                        "14 second /rules/1/text",
                        "15 first /rules/2/key",
                        "19 first /rules/2/when",
                        "21 first /rules/2",
                        "22 first /rules/2/text",
                        "23  /rules/3/key",
                        "23  /rules/3",
                        "23  /rules/3",
                        "24  /rules/3/when");
        assertThat(faults)
                .allMatch(fault ->
                        fault.problem().endsWith(".") && !fault.remedy().isBlank());
        assertThatThrownBy(() -> read(yaml)).hasMessageContaining("The rule set test is refused:\n  line 3: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "origin.request.last_hour > 5 | `origin.request.last_hour` is no signal",
                "foo | `foo` is no signal",
                "mailbox.disposable.really | `mailbox.disposable.really` is no signal",
                "right > 5 | no matching overload",
                "right == 5 | no matching overload",
                "origin.requests.last_hour == true | no matching overload",
                "origin.requests.last_hour > 1.5 | no value of this sort",
                "origin.requests.last_hour > 1u | no value of this sort",
                "null == null | no value of this sort",
                "right | expected type 'bool'",
                "origin.requests.last_hour | expected type 'bool'",
                "origin.requests.last_hour + 1 | expected type 'bool'",
                "right.matches('(a+)+$') | `matches` cannot be used",
                "matches(right, '(a+)+b') | `matches` cannot be used",
                "right.startsWith('A') | `startsWith` cannot be used",
                "size(right) > 1 | `size` cannot be used",
                "timestamp('2026-01-01T00:00:00Z') == timestamp('x') | `timestamp` cannot be used",
                "type(right) == string | `type` cannot be used",
                "dyn(right) == 1 | `dyn` cannot be used",
                "getClass() == 1 | `getClass` cannot be used",
                "origin.requests.last_hour / 0 > 1 | `/` cannot be used",
                "origin.requests.last_hour * 9223372036854775807 > 1 | `*` cannot be used",
                "origin.requests.last_hour % 2 == 1 | `%` cannot be used",
                "[1, 2].exists(x, x > 1) | cannot loop",
                "[1].all(x, [2].all(y, [3].all(z, x < y))) | cannot loop",
                "[1].map(x, x) == [1] | cannot loop",
                "{'a': 1} == {'a': 2} | no place for this",
                "has(origin.requests) | no place for this",
                "google.protobuf.Int64Value{value: 1} == 1 | no place for this",
                "right[0] == 'A' | cannot be used",
                "origin.requests.last_hour + 9223372036854775807 > 5 | no answer",
                "origin.requests.last_hour > | mismatched input",
                "right == 'A | token recognition",
                "right = 'A' | token recognition",
                "true; true | token recognition"
            })
    void a_condition_that_could_fail_take_long_or_mean_nothing_is_refused(String when, String problem) {
        List<RuleFault> faults = faults(with(when));

        assertThat(faults)
                .isNotEmpty()
                .allMatch(fault -> fault.line() == 6 && fault.rule().equals("r"));
        assertThat(faults).anyMatch(fault -> fault.problem().contains(problem));
        assertThat(faults).allMatch(fault -> !fault.problem().contains("candidates"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "mailbox.disposable",
                "mailbox.disposable ? origin.requests.last_hour > 1 : false",
                "origin.requests.last_hour + contact_point.requests.last_hour - 1 >= 5",
                "right in ['ACCESS', 'ERASURE'] || channel != ''",
                "!(customer.known == contact_point.known)"
            })
    void a_condition_within_the_limits_is_taken(String when) {
        assertThat(read(with(when)).rules()).hasSize(1);
    }

    @Test
    void giant_or_deeply_nested_conditions_are_refused() {
        String list = IntStream.range(0, 51).mapToObj(i -> "'a'").collect(Collectors.joining(", ", "[", "]"));

        assertThat(faults(with("right in " + list)))
                .anyMatch(fault -> fault.problem().contains("longer than 50"));
        assertThat(faults(with("right == '" + "a".repeat(600) + "'")))
                .anyMatch(fault -> fault.problem().contains("size exceeds limit"));
        assertThat(faults(with("(".repeat(100) + "true" + ")".repeat(100)))).isNotEmpty();
        assertThat(faults(with("[".repeat(100) + "]".repeat(100) + " == []"))).isNotEmpty();
        assertThat(faults(with("true ? ".repeat(60) + "true" + " : true".repeat(60))))
                .isNotEmpty();
    }

    @Test
    void too_many_rules_are_refused_without_looking_at_them() {
        String many = IntStream.range(0, 201)
                .mapToObj(i -> """
                      - { key: r%d, applies: [REQUEST], when: "%s", verdict: DENY, text: { en: Words. } }
                    """.formatted(i, i == 0 ? "nonsense" : "true"))
                .collect(Collectors.joining("", "version: 1\nlanguage: en\nrules:\n", ""));

        assertThat(faults(many)).singleElement().satisfies(fault -> {
            assertThat(fault.problem()).contains("more than 200 rules");
            assertThat(fault.line()).isEqualTo(204);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "just words",
                "[a, b]",
                "version: 1",
                "version: 1\nlanguage: en\nrules: none",
                "version: 1\nlanguage: en\nrules: [1, 2]",
                "version: 1\nlanguage: en\nrules: [[]]",
                "version: [1]\nlanguage: en\nrules: []",
                "version: 1\nlanguage: en\nrules:\n  - &a { key: b }\n  - *a",
                "version: 1\nversion: 2\nlanguage: en\nrules: []",
                "? [a, b]\n: 1",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://localhost\"]]]]",
                "a: [",
                "\t- x",
                "%YAML 9.9\n---\na: 1",
                "a: 1\n---\nb: 2"
            })
    void what_is_no_rule_set_is_refused_with_a_remedy(String yaml) {
        assertThat(faults(yaml)).isNotEmpty().allMatch(fault -> !fault.remedy().isBlank());
    }

    @Test
    void deep_nesting_long_files_and_other_encodings_are_refused() {
        assertThat(faults("a: " + "[".repeat(5000) + "]".repeat(5000))).hasSize(1);
        assertThat(faults("#".repeat(RuleSetLoader.MOST_BYTES + 1)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("larger than 128 KiB"));
        InvalidRuleSetException refused = catchThrowableOfType(
                InvalidRuleSetException.class,
                () -> RuleSetLoader.read("test", "version: ü".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(refused.faults().getFirst().problem()).contains("not UTF-8");
    }

    @Test
    void words_that_would_break_a_page_or_a_log_are_refused() {
        assertThat(faults(GOOD.replace("Many requests.", "\"Many\\r\\nrequests\"")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.place()).isEqualTo("/rules/0/text/en"));
        assertThat(faults(GOOD.replace("Many requests.", "x".repeat(501)))).hasSize(1);
        assertThat(faults(GOOD.replace("de: V", "DE!: V"))).hasSize(1);
    }

    @Test
    void a_file_is_read_and_one_that_is_not_there_says_so(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rules.yaml"), GOOD);

        assertThat(RuleSetLoader.load(file).version()).isEqualTo("2.1.0");
        assertThatThrownBy(() -> RuleSetLoader.load(folder.resolve("missing.yaml")))
                .isInstanceOf(InvalidRuleSetException.class)
                .hasMessageContaining("missing.yaml is refused")
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> RuleSetLoader.load(folder)).isInstanceOf(InvalidRuleSetException.class);
    }

    @Test
    void a_rule_that_cannot_be_asked_makes_a_person_look() {
        Rule broken = read(GOOD).rules().getFirst();
        Rule failing = new Rule(
                broken.key(),
                broken.applies(),
                broken.when(),
                signals -> {
                    throw new Condition.ConditionFailedException(new ArithmeticException());
                },
                broken.reason());

        var judgement = new RuleSet("1", "en", List.of(failing))
                .judge(Screened.REQUEST, Signals.of(Facts.none(), Counts.none()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(judgement.reasons().getFirst().text("en")).isEqualTo("One of our checks could not be carried out.");
    }

    private static String with(String when) {
        return """
                version: 1.0.0
                language: en
                rules:
                  - key: r
                    applies: [REQUEST]
                    when: "%s"
                    verdict: REVIEW
                    text: { en: Words. }
                """.formatted(when);
    }

    private static RuleSet read(String yaml) {
        return RuleSetLoader.read("test", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<RuleFault> faults(String yaml) {
        InvalidRuleSetException refused = catchThrowableOfType(InvalidRuleSetException.class, () -> read(yaml));
        assertThat(refused).as("these rules are refused: %s", yaml).isNotNull();
        return refused.faults();
    }
}
