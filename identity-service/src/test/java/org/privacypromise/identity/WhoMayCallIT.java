package org.privacypromise.identity;

import static org.privacypromise.teststack.AccessMatrix.ANYONE;

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
@RealParts
class WhoMayCallIT {

    @TestHTTPResource(value = "/openapi", management = true)
    URL description;

    private static AccessMatrix matrix() {
        return AccessMatrix.of("identity-service")
                .may("GET /receipts/keys", ANYONE)
                .may("POST /verifications", ANYONE)
                .may("POST /verifications/{id}/answer", ANYONE)
                .may("POST /verifications/{id}/resend", ANYONE)
                .may("GET /me", "customer")
                .may("POST /me/link", "customer")
                .may("GET /me/verifications", "customer")
                .may("POST /customers", "checkout")
                .may("POST /customers/by-contact-point", "customer-care")
                .may("POST /contact-refs", "system", "service")
                .may("GET /subjects/{customerId}", "service")
                .may("POST /mails", "service");
    }

    @Test
    void every_endpoint_says_who_may_call_it() {
        matrix().requireNoGap(description);
    }

    @TestFactory
    Stream<DynamicTest> nobody_else_may() {
        return matrix().tests();
    }
}
