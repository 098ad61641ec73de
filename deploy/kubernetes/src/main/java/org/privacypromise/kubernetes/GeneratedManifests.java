package org.privacypromise.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;

/** The files below {@code deploy} that follow from something else, each with what it must say. */
final class GeneratedManifests {

    static final String FOLDER = "deploy/kubernetes/";
    static final List<String> SERVICES =
            List.of("identity-service", "preferences-service", "requests-service", "fraud-check-service");

    private static final String ASYNC_API = "platform/event-contracts/src/main/resources/asyncapi.yaml";
    private static final String REGISTER = "platform/purpose-register/src/main/resources/privacy/purpose-register.yaml";
    private static final String RULES = "fraud-check-service/src/main/resources/privacy/fraud-rules.yaml";
    private static final String REALM = "deploy/local/src/main/resources/realm/privacy-promise-realm.json";

    private final Repository repository;

    GeneratedManifests(Repository repository) {
        this.repository = repository;
    }

    /** What follows from other sources alone. */
    Map<String, String> fromSources() {
        PurposeRegister register = RegisterLoader.loadDefault();
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                FOLDER + "platform/kafka/topics.yaml",
                Documents.write(
                        "asyncapi.yaml and the purpose register",
                        TopicManifests.of(repository.read(ASYNC_API), register)));
        files.put("deploy/compose/topics.txt", TopicManifests.lines(repository.read(ASYNC_API), register));
        files.put(
                FOLDER + "platform/kafka/users.yaml",
                Documents.write("the published language and the purpose register", new UserManifests(register).all()));
        files.put(
                FOLDER + "platform/identity-provider/realm.yaml",
                Documents.write("the realm of deploy/local", List.of(RealmManifest.of(repository.read(REALM)))));
        files.put(FOLDER + "platform/configuration/purpose-register.yaml", repository.read(REGISTER));
        files.put(FOLDER + "platform/configuration/fraud-rules.yaml", repository.read(RULES));
        return files;
    }

    /** What Quarkus writes while it packages the services; each of them must be packaged. */
    Map<String, String> fromTheBuild() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String service : SERVICES) {
            files.put(
                    FOLDER + "base/" + service + "/kubernetes.yml",
                    BuiltManifest.inOrder(service, repository.read(built(service))));
        }
        return files;
    }

    private static String built(String service) {
        return service + "/target/kubernetes/kubernetes.yml";
    }
}
