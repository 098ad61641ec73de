package org.privacypromise.requests;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.privacypromise.architecture.ArchitectureRules;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_rules_of_the_house() {
        return ArchitectureRules.of("org.privacypromise.requests")
                .pure("clock.law", "lifecycle.step", "csv", "desk.step", "report.figure", "status.due")
                .tests();
    }
}
