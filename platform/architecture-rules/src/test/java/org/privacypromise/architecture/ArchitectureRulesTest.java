package org.privacypromise.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail is no rule: each is shown the code that it is there to refuse. */
class ArchitectureRulesTest {

    private static final String BAD = "org.privacypromise.architecture.bad";
    private static final String GOOD = "org.privacypromise.architecture.good";

    /** Each rule by the beginning of its name, and who breaks it. */
    private static final Map<String, List<String>> GUILTY = new LinkedHashMap<>();

    static {
        GUILTY.put("features are free of cycles", List.of("Hen", "Egg"));
        GUILTY.put("services do not know", List.of("Borrower"));
        GUILTY.put("the outbox does not know", List.of("KnowsWhatItCarries"));
        GUILTY.put("packages are @NullMarked", List.of("Unmarked"));
        GUILTY.put(BAD + ".logic is pure", List.of("ImpureLogic"));
        GUILTY.put("HTTP is known", List.of("UseCaseThatSpeaksHttp"));
        GUILTY.put("messaging is known", List.of("UseCaseThatListens"));
        GUILTY.put("Panache is known", List.of("ActiveRecord", "UseCaseWithSql"));
        GUILTY.put("java.util.logging", List.of("OtherLogger"));
        GUILTY.put("time comes from", List.of("WatchWearer", "WatchLender", "ClockMaker", "Counter"));
        GUILTY.put("nothing waits", List.of("Waiter"));
        GUILTY.put("parts come by constructor", List.of("HalfBuilt"));
        GUILTY.put("a status is written", List.of("Shortcut"));
        GUILTY.put(
                "names say what",
                List.of("StringUtils", "RequestHelper", "TaskManager", "ClockImpl", "ChoiceDto", "ChoiceService"));
        GUILTY.put("views are records", List.of("MutableView"));
        GUILTY.put("what comes in", List.of("EntityResource"));
        GUILTY.put("nothing is printed", List.of("Printer"));
    }

    private static final JavaClasses BAD_CLASSES =
            new ClassFileImporter().importPackages(BAD, "org.privacypromise.outbox");
    private static final JavaClasses GOOD_CLASSES = new ClassFileImporter().importPackages(GOOD);

    static Stream<ArchRule> rules() {
        return ArchitectureRules.of(BAD).pure("logic").rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_names_those_who_break_it(ArchRule rule) {
        List<String> guilty = GUILTY.entrySet().stream()
                .filter(entry -> rule.getDescription().startsWith(entry.getKey()))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("No code shows that this rule can fail: " + rule.getDescription()))
                .getValue();

        EvaluationResult result = rule.evaluate(BAD_CLASSES);

        String report = String.join("\n", result.getFailureReport().getDetails());
        assertThat(GUILTY.values().stream().flatMap(List::stream).filter(report::contains))
                .containsExactlyInAnyOrderElementsOf(guilty);
    }

    @TestFactory
    Stream<DynamicTest> no_rule_minds_the_good_code() {
        return ArchitectureRules.of(GOOD).pure("logic", "feature.rule").rules().stream()
                .filter(rule -> !rule.getDescription().startsWith("the outbox"))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(GOOD_CLASSES)));
    }

    @Test
    void each_rule_says_why() {
        assertThat(rules())
                .hasSameSizeAs(GUILTY.keySet())
                .allSatisfy(rule -> assertThat(rule.getDescription()).contains(", because "));
    }

    @Test
    void rules_over_no_classes_fail() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        ArchitectureRules.of("org.privacypromise.misspelt").tests())
                .withMessageContaining("There are no classes");
        assertThat(ArchitectureRules.of(GOOD).pure("misspelt").rules())
                .anySatisfy(rule -> assertThatExceptionOfType(AssertionError.class)
                        .isThrownBy(() -> rule.check(GOOD_CLASSES))
                        .withMessageContaining("misspelt is pure logic"));
    }

    @Test
    void a_plain_program_may_print_and_log_as_the_jdk_does() {
        assertThat(ArchitectureRules.of(BAD).program().rules())
                .noneMatch(rule ->
                        rule.evaluate(BAD_CLASSES).getFailureReport().toString().contains("Printer"))
                .noneMatch(rule ->
                        rule.evaluate(BAD_CLASSES).getFailureReport().toString().contains("OtherLogger"));
    }

    @TestFactory
    Stream<DynamicTest> the_rules_of_the_house() {
        return ArchitectureRules.of("org.privacypromise.architecture").tests();
    }
}
