package org.privacypromise.preferences;

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
class WhoMayCallIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    @TestHTTPResource(value = "/openapi", management = true)
    URL description;

    private static AccessMatrix matrix() {
        return AccessMatrix.of("preferences-service")
                // For mail programs, browsers and whoever wants to check us
                .may("GET /.well-known/gpc.json", ANYONE)
                .may("GET /u/{token}", ANYONE)
                .may("POST /u/{token}", ANYONE)
                .reads("POST /u/{token}", FORM)
                .may("GET /c/{token}", ANYONE)
                .may("POST /c/{token}", ANYONE)
                .reads("POST /c/{token}", FORM)
                .may("GET /ledger/heads", ANYONE)
                .may("GET /ledger/keys", ANYONE)
                .may("GET /notice", ANYONE)
                .may("GET /notice/diff", ANYONE)
                .may("GET /notice/versions", ANYONE)
                .may("GET /notice/versions/{version}", ANYONE)
                // One's own choices
                .may("GET /preferences", "customer")
                .may("PATCH /preferences", "customer")
                .may("GET /preferences/at", "customer")
                .may("DELETE /preferences/conflicts/{purpose}/{channel}/{brand}", "customer")
                .may("PUT /preferences/everything", "customer")
                .may("DELETE /preferences/everything", "customer")
                .may("GET /preferences/receipts", "customer")
                .may("GET /preferences/receipts/{version}", "customer")
                .may("GET /alerts", "customer")
                .may("POST /alerts", "customer")
                .may("DELETE /alerts/{alertId}", "customer")
                // The staff
                .may("GET /subjects/{key}/preferences/at", "privacy-team")
                .may("GET /incidents", "privacy-team")
                .may("POST /incidents/{id}/closing", "privacy-team")
                .may("GET /ledger/export", "privacy-team", "operator")
                .may("GET /propagation", "operator")
                .may("GET /mailer-keys", "operator")
                .may("POST /mailer-keys", "operator")
                .may("DELETE /mailer-keys/{version}.{serial}", "operator")
                .may("GET /imports", "operator")
                .may("POST /imports", "operator")
                .reads("POST /imports", "application/x-ndjson")
                .may("GET /imports/{id}", "operator")
                .may("POST /imports/{id}/application", "operator")
                .may("GET /imports/{id}/faults", "operator")
                .may("PUT /imports/{id}/lines", "operator")
                .reads("PUT /imports/{id}/lines", "application/x-ndjson")
                // Programs
                .may("POST /alerts/fulfilments", "system")
                .may("GET /send-check", "system")
                .may("POST /send-checks", "system")
                .reads("POST /send-checks", "application/x-ndjson")
                .may("POST /unsubscribe-links", "system")
                .may("POST /unsubscribe-links/bulk", "system")
                .reads("POST /unsubscribe-links/bulk", "application/x-ndjson")
                .may("POST /unsubscribe-mails", "system")
                .may("POST /guest-preferences", "system", "checkout")
                .may("POST /soft-opt-ins", "checkout")
                .may("PUT /objections/{request}", "service")
                .may("POST /suppression-checks", "service");
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
