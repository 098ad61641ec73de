package org.privacypromise.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of the house for one module. A module has one small test:
 *
 * {@snippet :
 * class ArchitectureTest {
 *     @TestFactory
 *     Stream<DynamicTest> the_rules_of_the_house() {
 *         return ArchitectureRules.of("org.privacypromise.preferences").pure("choice.matrix").tests();
 *     }
 * }
 * }
 */
public final class ArchitectureRules {

    private final String root;
    private final List<String> purePackages;
    private final boolean program;

    private ArchitectureRules(String root, List<String> purePackages, boolean program) {
        this.root = root;
        this.purePackages = List.copyOf(purePackages);
        this.program = program;
    }

    /** The rules for the main code of the module with this base package. */
    public static ArchitectureRules of(String root) {
        return new ArchitectureRules(root, List.of(), false);
    }

    /** These packages, named from the base package on, hold logic alone: they depend on the JDK and on one another. */
    public ArchitectureRules pure(String... packages) {
        List<String> names =
                Arrays.stream(packages).map(name -> root + "." + name).toList();
        return new ArchitectureRules(root, names, program);
    }

    /** The module is a plain program without the services' frame: it may print, and log as the JDK does. */
    public ArchitectureRules program() {
        return new ArchitectureRules(root, purePackages, true);
    }

    /**
     * One test per rule.
     *
     * @throws AssertionError if there are no classes to look at: rules over nothing prove nothing
     */
    public Stream<DynamicTest> tests() {
        JavaClasses classes = mainCode();
        return rules().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    List<ArchRule> rules() {
        return Stream.of(
                        Boundaries.rules(root, purePackages).stream(),
                        Edges.rules().stream(),
                        Habits.rules().stream(),
                        Names.rules().stream(),
                        program ? Stream.<ArchRule>empty() : Habits.ofServices().stream())
                .flatMap(rules -> rules)
                .toList();
    }

    private JavaClasses mainCode() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        if (classes.stream().map(JavaClass::getSimpleName).allMatch("package-info"::equals)) {
            throw new AssertionError("There are no classes in " + root + ": is the package's name right?");
        }
        return classes;
    }
}
