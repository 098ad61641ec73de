package org.privacypromise.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** What things are called, and the shape that goes with a name. */
final class Names {

    private static final List<String> EMPTY_WORDS =
            List.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl", "Dto", "DTO");
    private static final List<String> WITH_A_BODY =
            List.of("jakarta.ws.rs.POST", "jakarta.ws.rs.PUT", "jakarta.ws.rs.PATCH");

    private static final ArchRule SAY_WHAT_THEY_MEAN = classes()
            .should(new ArchCondition<>("not be called by an empty word") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean empty = EMPTY_WORDS.stream().anyMatch(type.getSimpleName()::endsWith)
                            || (type.getSimpleName().endsWith("Service") && !implementsAService(type));
                    events.add(new SimpleConditionEvent(
                            type, !empty, type.getDescription() + " is called " + type.getSimpleName()));
                }
            })
            .as("names say what a class does: none ends in Util, Helper, Manager, Impl, Dto or Service")
            .because("such a name has room for everything, and soon everything is in it");

    private static final ArchRule VIEWS_ARE_RECORDS = classes()
            .that()
            .haveSimpleNameEndingWith("View")
            .should(beData())
            .allowEmptyShould(true)
            .as("views are records")
            .because("what leaves the house is a copy that shows all its fields, never an entity");

    private static final ArchRule WHAT_COMES_IN_IS_A_RECORD = methods()
            .that(DescribedPredicate.describe(
                    "take a body", method -> WITH_A_BODY.stream().anyMatch(method::isAnnotatedWith)))
            .should(new ArchCondition<>("take the suite's own types as records only") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getRawParameterTypes().stream()
                            .filter(type -> type.getPackageName().startsWith("org.privacypromise"))
                            .forEach(type -> events.add(new SimpleConditionEvent(
                                    method, isData(type), method.getFullName() + " takes " + type.getName())));
                }
            })
            .allowEmptyShould(true)
            .as("what comes in by HTTP is a record")
            .because("a body bound to an entity lets a stranger set its status");

    private Names() {}

    static List<ArchRule> rules() {
        return List.of(SAY_WHAT_THEY_MEAN, VIEWS_ARE_RECORDS, WHAT_COMES_IN_IS_A_RECORD);
    }

    private static ArchCondition<JavaClass> beData() {
        return ArchCondition.from(
                DescribedPredicate.describe("be a record, an enum or an interface over them", Names::isData));
    }

    private static boolean isData(JavaClass type) {
        return type.isRecord() || type.isEnum() || type.isInterface();
    }

    /** Of a framework, which then chose the name. */
    private static boolean implementsAService(JavaClass type) {
        return Stream.concat(type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream())
                .filter(parent -> !parent.getPackageName().startsWith("org.privacypromise"))
                .anyMatch(parent -> parent.getSimpleName().endsWith("Service"));
    }
}
