package org.privacypromise.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;

/** Which classes touch the outside world. */
final class Edges {

    private static final String PANACHE = "io.quarkus.hibernate.reactive.panache";

    private static final ArchRule HTTP_AT_THE_EDGE = noClasses()
            .that(not(areCalled("Resource", "Mapper", "Filter", "Client")))
            .and()
            .resideOutsideOfPackage("org.privacypromise.frame..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
            .allowEmptyShould(true)
            .as("HTTP is known to resources (and mappers, filters, clients) only")
            .because("a use case is called by requests and events alike, and answers both with its own words");

    private static final ArchRule MESSAGING_AT_THE_EDGE = noClasses()
            .that(not(areCalled("Consumer")))
            .and()
            .resideOutsideOfPackage("org.privacypromise.outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.microprofile.reactive.messaging..", "io.smallrye.reactive.messaging..")
            .allowEmptyShould(true)
            .as("messaging is known to consumers and the outbox only")
            .because("an event sent past the outbox can be lost, or announce what was never committed");

    /** Where a transaction begins and ends is for the use case to say; what is in the tables is not. */
    private static final DescribedPredicate<JavaClass> PERSISTENCE =
            resideInAPackage(PANACHE).and(not(simpleName("Panache"))).as("what Panache reads and writes");

    private static final DescribedPredicate<JavaMethodCall> OPEN_THE_SESSION = DescribedPredicate.describe(
            "gets at the session",
            call -> call.getTargetOwner().getFullName().equals(PANACHE + ".Panache")
                    && call.getName().equals("getSession"));

    private static final ArchRule TABLES_IN_REPOSITORIES = noClasses()
            .that(not(areCalled("Repository")))
            .and()
            .resideOutsideOfPackage("org.privacypromise.outbox..")
            .should(dependOnClassesThat(PERSISTENCE).or(callMethodWhere(OPEN_THE_SESSION)))
            .allowEmptyShould(true)
            .as("Panache is known to repositories only, but for where a transaction begins and ends")
            .because("every statement about a table stands in one place, and entities keep to behaviour");

    private Edges() {}

    static List<ArchRule> rules() {
        return List.of(HTTP_AT_THE_EDGE, MESSAGING_AT_THE_EDGE, TABLES_IN_REPOSITORIES);
    }

    /** A nested class is called as the one around it. */
    private static DescribedPredicate<JavaClass> areCalled(String... suffixes) {
        return DescribedPredicate.describe(
                "are called *" + String.join(", *", suffixes),
                type -> Arrays.stream(suffixes).anyMatch(outermost(type).getSimpleName()::endsWith));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Edges::outermost).orElse(type);
    }
}
