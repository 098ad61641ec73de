package org.privacypromise.faults;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.privacypromise.architecture.ArchitectureRules;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_rules_of_the_house_hold_for_the_checker() {
        return ArchitectureRules.of("org.privacypromise.faults.history")
                .program()
                .tests();
    }
}
