package org.privacypromise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keycloak as Maven unpacked it, shared by all stacks of this repository; a stack's own realm and accounts lie in its
 * state folder.
 */
final class Keycloak {

    private final Site site;
    private final Path program;
    private final Path home;

    Keycloak(Site site) {
        this.site = site;
        this.program = site.target("deploy/local").resolve("keycloak");
        this.home = site.data(Parts.KEYCLOAK);
    }

    /** Whether {@link #build} has yet to be run, once per unpacked Keycloak. */
    boolean needsBuild() {
        return !Files.exists(built());
    }

    /** Fixes the choices that Keycloak wants made before it starts. */
    Command build() {
        return java(program, Map.of(), List.of("build", "--db=dev-file"));
    }

    void markBuilt() {
        try {
            Files.createFile(built());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path built() {
        return program.resolve("built");
    }

    /** Whether the realm that this stack's Keycloak has once imported is another one than the program's. */
    boolean realmIsOutdated() {
        try {
            return Files.exists(imported()) && !Files.readString(imported()).equals(Realm.template());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path imported() {
        return home.resolve("data").resolve("import").resolve(Realm.NAME + "-realm.json");
    }

    Command start() {
        layOut();
        Map<String, String> environment = Realm.values(site);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", site.secrets().password("user/keycloak-admin"));
        environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", Accounts.CLIENT);
        environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", site.secrets().password(Accounts.SECRET));
        return java(
                home,
                environment,
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + site.ports().of(Parts.KEYCLOAK),
                        "--hostname=" + site.url(Parts.KEYCLOAK)));
    }

    /** Keycloak keeps its data beside its program: so the program is linked into a folder of the state. */
    private void layOut() {
        try {
            Files.createDirectories(home.resolve("data").resolve("import"));
            if (!Files.exists(imported())) {
                Files.writeString(imported(), Realm.template());
            }
            for (String folder : List.of("lib", "conf", "providers", "themes")) {
                Path link = home.resolve(folder);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, program.resolve(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Command java(Path home, Map<String, String> environment, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        line.addAll(arguments);
        return Command.java(Heaps.of(Parts.KEYCLOAK), environment, line);
    }
}
