package org.privacypromise.kubernetes;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs after the services are packaged, and so knows what their build has written just now. */
class BaseManifestsIT {

    private final Repository repository = Repository.here();

    @TestFactory
    Stream<DynamicTest> the_committed_base_is_what_a_fresh_build_writes() {
        return new GeneratedManifests(repository)
                .fromTheBuild().entrySet().stream()
                        .map(file -> DynamicTest.dynamicTest(
                                file.getKey(), () -> Comparison.committed(repository, file.getKey(), file.getValue())));
    }
}
