package org.privacypromise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.privacypromise.register.RegisterLoader;

class GeneratedManifestsTest {

    private final Repository repository = Repository.here();

    @TestFactory
    Stream<DynamicTest> what_follows_from_other_sources_is_as_they_say() {
        return new GeneratedManifests(repository)
                .fromSources().entrySet().stream()
                        .map(file -> DynamicTest.dynamicTest(
                                file.getKey(), () -> Comparison.committed(repository, file.getKey(), file.getValue())));
    }

    @Test
    void a_system_may_write_nothing_but_what_is_its_own() {
        List<Map<String, ?>> users = new UserManifests(RegisterLoader.loadDefault()).all();

        assertThat(written("orders", users))
                .containsExactlyInAnyOrder(
                        "preferences.acks.orders.v1", "requests.task-results.orders.v1", "marketing.sent.v1");
    }

    @Test
    void only_requests_service_writes_the_ledger_of_erasures() {
        List<Map<String, ?>> users = new UserManifests(RegisterLoader.loadDefault()).all();

        assertThat(users.stream()
                        .map(GeneratedManifestsTest::name)
                        .filter(name -> written(name, users).contains("privacy.erasures.v1")))
                .containsExactly("requests-service");
    }

    @Test
    void no_person_and_no_secret_is_in_the_realm() {
        String realm = repository.read(GeneratedManifests.FOLDER + "platform/identity-provider/realm.yaml");

        assertThat(realm).doesNotContain("SECRET_USER_", "localhost").contains("service-account-requests-service");
    }

    private static String name(Map<String, ?> user) {
        return (String) ((Map<?, ?>) user.get("metadata")).get("name");
    }

    private static List<String> written(String name, List<Map<String, ?>> users) {
        return users.stream()
                .filter(user -> name(user).equals(name))
                .map(user -> (Map<?, ?>) ((Map<?, ?>) user.get("spec")).get("authorization"))
                .flatMap(authorization -> ((List<?>) authorization.get("acls")).stream())
                .map(acl -> (Map<?, ?>) acl)
                .filter(acl -> ((List<?>) acl.get("operations")).contains("Write"))
                .map(acl -> (Map<?, ?>) acl.get("resource"))
                .filter(resource -> "topic".equals(resource.get("type")))
                .map(resource -> (String) resource.get("name"))
                .toList();
    }
}
