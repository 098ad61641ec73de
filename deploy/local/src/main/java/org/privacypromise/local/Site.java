package org.privacypromise.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a local stack lives: the repository it is built from and the folder that holds its state.
 *
 * @param repository the folder of the parent {@code pom.xml}
 * @param state everything that is written at run time; deleted by {@code ./suite reset}
 */
record Site(Path repository, Path state) {

    /** Where the shop's pages would be: the realm sends people back to it, and mail leads there. */
    static final String STOREFRONT = "http://localhost:8080";

    /** The repository around the working directory, with the state in {@code SUITE_STATE} or else in {@code .suite}. */
    static Site here() {
        Path repository = enclosingRepository();
        return new Site(
                repository,
                Optional.ofNullable(System.getenv("SUITE_STATE"))
                        .map(Path::of)
                        .orElseGet(() -> repository.resolve(".suite"))
                        .toAbsolutePath()
                        .normalize());
    }

    /** The repository around the working directory, with the state in this folder. */
    static Site in(Path state) {
        return new Site(enclosingRepository(), state.toAbsolutePath().normalize());
    }

    private static Path enclosingRepository() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("suite")) && Files.exists(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new StackException("Run this inside the repository: no folder above here holds the suite script.");
    }

    Path data(String part) {
        return state.resolve("data").resolve(part);
    }

    Path log(String part) {
        return state.resolve("logs").resolve(part + ".log");
    }

    Path record(String part) {
        return state.resolve("run").resolve(part);
    }

    Path settled(String part) {
        return state.resolve("run").resolve(part + ".settled");
    }

    Path temporary(String part) {
        return state.resolve("tmp").resolve(part);
    }

    Path target(String module) {
        return repository.resolve(module).resolve("target");
    }

    Ports ports() {
        return Ports.of(state.resolve("ports.properties"));
    }

    Secrets secrets() {
        return new Secrets(state.resolve("secrets"));
    }

    /** The part's first port on this machine, as a web address. */
    String url(String part) {
        return "http://localhost:" + ports().of(part);
    }

    String issuer() {
        return url(Parts.KEYCLOAK) + "/realms/" + Realm.NAME;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports().of(Parts.KAFKA);
    }

    String databaseAddress(String database) {
        return "postgresql://127.0.0.1:" + ports().of(Parts.POSTGRESQL) + "/" + database;
    }
}
