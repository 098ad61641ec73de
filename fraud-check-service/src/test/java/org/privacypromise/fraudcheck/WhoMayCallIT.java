package org.privacypromise.fraudcheck;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.privacypromise.teststack.AccessMatrix;

/** Every endpoint that the API description has, for every sort of caller there is: none is forgotten. */
@QuarkusTest
class WhoMayCallIT {

    private static final AccessMatrix MATRIX = AccessMatrix.of("fraud-check-service")
            .may("POST /screenings", "service")
            .may("GET /screenings", "fraud-analyst")
            .may("GET /screenings/{id}", "fraud-analyst")
            .may("GET /reviews", "fraud-analyst")
            .may("POST /reviews/{screeningId}/decision", "fraud-analyst")
            .may("GET /rules", "fraud-analyst")
            .may("POST /rules/check", "fraud-analyst", "operator")
            .reads("POST /rules/check", "text/yaml")
            .may("GET /public-sources", "fraud-analyst")
            .may("GET /screening-grounds", "fraud-analyst");

    @TestHTTPResource(value = "/openapi", management = true)
    URL description;

    @Test
    void every_endpoint_says_who_may_call_it() {
        MATRIX.requireNoGap(description);
    }

    @TestFactory
    Stream<DynamicTest> nobody_else_may() {
        return MATRIX.tests();
    }
}
