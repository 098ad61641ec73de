package org.privacypromise.requests;

import static org.privacypromise.teststack.AccessMatrix.ANYONE;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.teststack.AccessMatrix;

/** Every endpoint that the API description has, for every sort of caller there is: none is forgotten. */
@QuarkusTest
class WhoMayCallIT {

    private static final String TEAM = "privacy-team";
    private static final String LEAD = "privacy-lead";
    private static final String CARE = "customer-care";
    private static final String AUDITOR = "auditor";

    @TestHTTPResource(value = "/openapi", management = true)
    URL description;

    private final Requested requested;

    WhoMayCallIT(Requested requested) {
        this.requested = requested;
    }

    private static AccessMatrix matrix() {
        return AccessMatrix.of("requests-service")
                // What anybody may ask: it opens nothing
                .may("GET /deadlines", ANYONE)
                .may("GET /schemas/subject-data", ANYONE)
                .may("GET /schemas/portability", ANYONE)
                .may("POST /requests", ANYONE)
                .may("POST /packages", ANYONE)
                // One's own requests, for whoever signs in or has a tracking key
                .may("GET /requests", "customer")
                .may("GET /requests/{id}", "customer")
                .may("DELETE /requests/{id}", "customer")
                .may("POST /requests/{id}/sign-in", "customer")
                .may("GET /requests/{id}/package", "customer")
                .may("GET /requests/{id}/corrections", "customer")
                .may("PUT /requests/{id}/corrections", "customer")
                .may("GET /access-log", "customer")
                // The desk
                .may("GET /desk/requests", TEAM, LEAD)
                .may("POST /desk/requests", CARE)
                .may("GET /desk/requests/{id}", TEAM, LEAD)
                .may("GET /desk/requests/{id}/status", CARE, TEAM, LEAD)
                .may("GET /desk/requests/{id}/history", TEAM, LEAD, AUDITOR)
                .may("GET /desk/requests/{id}/notes", TEAM, LEAD)
                .may("GET /desk/requests/{id}/proposals", TEAM, LEAD)
                .may("POST /desk/requests/{id}/assignment", TEAM, LEAD)
                .may("POST /desk/requests/{id}/notes", TEAM, LEAD)
                .may("POST /desk/requests/{id}/clarification", TEAM, LEAD)
                .may("POST /desk/requests/{id}/clarification/answer", TEAM, LEAD)
                .may("POST /desk/requests/{id}/identity", TEAM, LEAD)
                .may("POST /desk/requests/{id}/identity/answer", TEAM, LEAD)
                .may("POST /desk/requests/{id}/extension", LEAD)
                .may("POST /desk/requests/{id}/proposals", TEAM, LEAD)
                .may("POST /desk/requests/{id}/proposals/{proposal}/approval", LEAD)
                .may("POST /desk/requests/{id}/proposals/{proposal}/turning-down", LEAD)
                .may("GET /desk/requests/{id}/corrections", TEAM, LEAD)
                .may("GET /desk/requests/{id}/redactions", TEAM, LEAD)
                .may("POST /desk/requests/{id}/redactions", TEAM, LEAD)
                .may("POST /desk/requests/{id}/redactions/review", TEAM, LEAD)
                .may("POST /desk/requests/{id}/redactions/review/close", TEAM, LEAD)
                .may("POST /desk/requests/{id}/redactions/{redaction}/approve", TEAM, LEAD)
                .may("POST /desk/requests/{id}/redactions/{redaction}/turn-down", TEAM, LEAD)
                .may("GET /desk/tasks", TEAM, LEAD)
                .may("GET /desk/tasks/{id}", TEAM, LEAD)
                .may("GET /desk/tasks/{id}/data", TEAM, LEAD)
                .may("PUT /desk/tasks/{id}/data", TEAM, LEAD)
                .may("POST /desk/tasks/{id}/answer", TEAM, LEAD)
                .may("POST /desk/tasks/{id}/confirm", TEAM, LEAD)
                .may("POST /desk/tasks/{id}/retry", TEAM, LEAD)
                .may("POST /desk/tasks/{id}/take-over", TEAM, LEAD)
                .may("POST /desk/tasks/{id}/close", TEAM, LEAD)
                .may("GET /desk/holds", TEAM, LEAD)
                .may("POST /desk/holds", TEAM, LEAD)
                .may("POST /desk/holds/{id}/confirm", TEAM, LEAD)
                .may("POST /desk/holds/{id}/lift", TEAM, LEAD)
                .may("POST /desk/look-ups", CARE)
                .may("GET /desk/records-of-processing", TEAM, LEAD, AUDITOR)
                .may("GET /desk/transfers", TEAM, LEAD, AUDITOR)
                .may("GET /desk/reports/{month}", TEAM, LEAD, AUDITOR)
                .may("GET /desk/reports/ccpa/{year}", TEAM, LEAD, AUDITOR)
                .may("GET /systems", TEAM)
                .may("GET /tasks", TEAM)
                .may("POST /tasks/{id}/reissue", TEAM)
                // The systems
                .may("GET /tasks/{id}/corrections", "system", "service")
                .may("PUT /tasks/{id}/data", "system", "service");
    }

    @Test
    void every_endpoint_says_who_may_call_it() {
        matrix().requireNoGap(description);
    }

    @TestFactory
    Stream<DynamicTest> nobody_else_may() {
        String anothers = requested.by(Customers.newCustomer(), Right.ACCESS).toString();
        return matrix().where("id", anothers).tests();
    }
}
