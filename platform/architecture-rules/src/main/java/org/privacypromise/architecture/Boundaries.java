package org.privacypromise.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Who may know whom. */
final class Boundaries {

    private static final String SUITE = "org.privacypromise.";
    private static final List<String> PROGRAMS =
            List.of("identity", "preferences", "requests", "fraudcheck", "local", "sample", "journeys");

    private Boundaries() {}

    static List<ArchRule> rules(String root, List<String> purePackages) {
        List<ArchRule> rules = new ArrayList<>(List.of(
                featuresAreFreeOfCycles(root, purePackages),
                programsDoNotKnowOneAnother(root),
                theOutboxDoesNotKnowWhatItCarries(),
                packagesAreNullMarked()));
        purePackages.forEach(name -> rules.add(pureLogicIsPure(name, purePackages)));
        return rules;
    }

    /** A pure package is nobody's part: a feature's logic may serve other features, as it cannot need them back. */
    private static ArchRule featuresAreFreeOfCycles(String root, List<String> purePackages) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return purePackages.stream()
                                .filter(pure -> (type.getPackageName() + ".").startsWith(pure + "."))
                                .findFirst()
                                .map(SliceIdentifier::of)
                                .orElseGet(() -> featureOf(type, root));
                    }

                    @Override
                    public String getDescription() {
                        return "features";
                    }
                })
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .as("features are free of cycles")
                .because("a feature that needs another which needs it back can be neither read nor changed alone");
    }

    private static SliceIdentifier featureOf(JavaClass type, String root) {
        String name = type.getPackageName();
        return name.startsWith(root + ".")
                ? SliceIdentifier.of(name.substring(root.length() + 1).split("\\.", 2)[0])
                : SliceIdentifier.ignore();
    }

    private static ArchRule programsDoNotKnowOneAnother(String root) {
        String[] others = PROGRAMS.stream()
                .map(SUITE::concat)
                .filter(program -> !root.equals(program) && !root.startsWith(program + "."))
                .map(program -> program + "..")
                .toArray(String[]::new);
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .as("services do not know one another's code")
                .because("they are deployed and changed one by one, and speak only by HTTP and events");
    }

    private static ArchRule theOutboxDoesNotKnowWhatItCarries() {
        return noClasses()
                .that()
                .resideInAPackage(SUITE + "outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SUITE + "events..")
                .allowEmptyShould(true)
                .as("the outbox does not know the events it carries")
                .because("a new event must not change how events are carried");
    }

    private static ArchRule pureLogicIsPure(String name, List<String> purePackages) {
        String[] allowed = Stream.concat(
                        Stream.of("java..", "javax.crypto..", "org.jspecify.."),
                        purePackages.stream().map(pure -> pure + ".."))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .as(name + " is pure logic")
                .because("what decides about people is tested by itself, without database, network or framework");
    }

    private static ArchRule packagesAreNullMarked() {
        return classes()
                .should(new ArchCondition<JavaClass>("be in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type,
                                marked,
                                type.getPackageName() + " of " + type.getName() + " is marked: " + marked));
                    }
                })
                .as("packages are @NullMarked")
                .because("the null checker looks only at packages whose package-info.java says so");
    }
}
