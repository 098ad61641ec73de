package org.privacypromise.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The table of everything the stack is made of, in the order in which it is shown. */
final class Parts {

    static final String POSTGRESQL = "postgresql";
    static final String KAFKA = "kafka";
    static final String SMTP = "smtp";
    static final String KEYCLOAK = "keycloak";

    private static final Set<String> INFRASTRUCTURE = Set.of(POSTGRESQL, KAFKA, SMTP, KEYCLOAK);

    private Parts() {}

    /** The whole suite. */
    static List<Part> all(Site site) {
        return Stream.of(
                        infrastructure(site),
                        List.of(
                                service(site, "identity"),
                                service(site, "preferences"),
                                service(site, "requests"),
                                service(site, "fraud-check"),
                                system(site, "orders", "org.privacypromise.sample.OrdersSystem"),
                                system(site, "marketing", "org.privacypromise.sample.MarketingSystem")))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * These parts of it, in the same order.
     *
     * @throws IllegalArgumentException if there is none of one of these names
     */
    static List<Part> some(Site site, Set<String> names) {
        List<Part> some =
                all(site).stream().filter(part -> names.contains(part.name())).toList();
        if (some.size() < names.size()) {
            throw new IllegalArgumentException("not every one of these is a part: " + names);
        }
        return some;
    }

    /** What is not of the suite but needed by it. */
    static List<Part> infrastructure(Site site) {
        Keycloak keycloak = new Keycloak(site);
        return List.of(
                new Part(
                        POSTGRESQL,
                        Set.of(),
                        () -> own(site, POSTGRESQL, PostgreSqlPart.class),
                        () -> Databases.healthy(site)),
                new Part(KAFKA, Set.of(), () -> own(site, KAFKA, KafkaPart.class), () -> Topics.healthy(site)),
                new Part(SMTP, Set.of(), () -> own(site, SMTP, SmtpPart.class), () -> Endpoint.answers(site.url(SMTP))),
                new Part(
                        KEYCLOAK,
                        Set.of(),
                        keycloak::start,
                        () -> Endpoint.answers(site.issuer() + "/.well-known/openid-configuration")));
    }

    private static Part service(Site site, String name) {
        return new Part(
                name,
                INFRASTRUCTURE,
                () -> ServiceProgram.in(site.target(name + "-service"))
                        .command(Heaps.of(name), ServiceEnvironment.of(site, name)),
                () -> Endpoint.answers("http://127.0.0.1:" + site.ports().of(name + "-health") + "/q/health/ready"));
    }

    private static Part system(Site site, String name, String mainClass) {
        return new Part(
                name,
                Set.of(POSTGRESQL, KAFKA, SMTP, KEYCLOAK, "preferences"),
                () -> Command.java(
                        Heaps.of(name),
                        ServiceEnvironment.ofSystem(site, name),
                        List.of(
                                "-cp",
                                Command.classPath(
                                        site.target("deploy/sample-systems").resolve("sample-systems.jar"),
                                        site.target("deploy/sample-systems").resolve("lib/*")),
                                mainClass)),
                () -> Endpoint.answers(site.url(name) + "/health"));
    }

    /** A program of this module. */
    private static Command own(Site site, String name, Class<?> mainClass) {
        return Command.java(
                Heaps.of(name),
                Map.of(),
                List.of(
                        "-cp",
                        site.target("deploy/local").resolve("local.jar").toString(),
                        mainClass.getName(),
                        site.state().toString()));
    }
}
