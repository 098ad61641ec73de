package org.privacypromise.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.List;

/** How code in the suite behaves. */
final class Habits {

    private static final ArchRule LOGS_INSTEAD_OF_PRINTING = noClasses()
            .should(ACCESS_STANDARD_STREAMS)
            .as("nothing is printed")
            .because("only what goes through the log is kept free of personal data");

    private static final ArchRule LOGS_THROUGH_JBOSS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging")
            .as("java.util.logging is not used")
            .because("there is one way to log, JBoss Logging, and it is configured once");

    private static final ArchRule ASKS_THE_CLOCK = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("asks the machine for the time", Habits::asksTheMachine))
            .as("time comes from an injected Clock")
            .because("a due date must follow from recorded facts, and a test must be able to say what time it is");

    private static final ArchRule NEVER_WAITS = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "waits for a result",
                    access -> access.getTargetOwner().getFullName().equals("io.smallrye.mutiny.Uni")
                            && access.getName().equals("await")))
            .as("nothing waits for a Uni")
            .because("a blocked event loop stops every other customer's request too");

    private static final ArchRule GETS_ITS_PARTS_BY_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .allowEmptyShould(true)
            .as("parts come by constructor")
            .because("an object that exists is complete, in a test as well");

    private static final ArchRule HAS_ONE_WRITER_OF_STATUS = fields().that()
            .haveName("status")
            .should(new ArchCondition<>("be written by a constructor or apply(..) only") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    field.getAccessesToSelf().stream()
                            .filter(access -> access.getAccessType() == AccessType.SET)
                            .forEach(access -> events.add(
                                    new SimpleConditionEvent(field, isItsWriter(access), access.getDescription())));
                }
            })
            .allowEmptyShould(true)
            .as("a status is written by a constructor or apply(..) only")
            .because("a status that is set past the lifecycle's table skips a step that the law asks for");

    private Habits() {}

    static List<ArchRule> rules() {
        return List.of(ASKS_THE_CLOCK, NEVER_WAITS, GETS_ITS_PARTS_BY_CONSTRUCTOR, HAS_ONE_WRITER_OF_STATUS);
    }

    /** What holds where the services' frame sets up the log. */
    static List<ArchRule> ofServices() {
        return List.of(LOGS_INSTEAD_OF_PRINTING, LOGS_THROUGH_JBOSS);
    }

    /**
     * Where the Clock comes from may: its producer, or a program's {@code main}. {@code now(Clock)} is right, and
     * {@code nanoTime} measures but tells no time.
     */
    private static boolean asksTheMachine(JavaAccess<?> access) {
        if (!(access instanceof JavaCodeUnitAccess<?> call) || suppliesTheClock(call.getOrigin())) {
            return false;
        }
        String owner = call.getTargetOwner().getFullName();
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        return switch (call.getName()) {
            case "now" ->
                owner.startsWith("java.time.")
                        && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "currentTimeMillis" -> owner.equals(System.class.getName());
            case "<init>" -> owner.equals(Date.class.getName()) && parameters.isEmpty();
            default ->
                owner.equals(Clock.class.getName())
                        && (call.getName().startsWith("system")
                                || call.getName().startsWith("tick"));
        };
    }

    private static boolean suppliesTheClock(JavaCodeUnit origin) {
        return origin.isAnnotatedWith("jakarta.enterprise.inject.Produces")
                || (origin.getName().equals("main") && origin.getModifiers().contains(JavaModifier.STATIC));
    }

    private static boolean isItsWriter(JavaFieldAccess access) {
        boolean itself = access.getOriginOwner().equals(access.getTargetOwner());
        return itself
                && (access.getOrigin().isConstructor()
                        || access.getOrigin().getName().equals("apply"));
    }
}
