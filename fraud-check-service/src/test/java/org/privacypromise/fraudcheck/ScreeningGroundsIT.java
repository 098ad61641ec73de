package org.privacypromise.fraudcheck;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
class ScreeningGroundsIT {

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @Test
    void an_analyst_sees_why_screening_may_look_and_at_what() {
        given().auth()
                .oauth2(Tokens.forService("fraud-check-service")
                        .role("fraud-analyst")
                        .sign())
                .get("/screening-grounds")
                .then()
                .statusCode(200)
                .body("", not(empty()))
                .body("findAll { it.data.isEmpty() }.size()", equalTo(0))
                .body("findAll { it.legalBases.isEmpty() && !it.undecided }.size()", equalTo(0));
    }

    @Test
    void nobody_else_does() {
        given().get("/screening-grounds").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("fraud-check-service")
                        .role("privacy-team")
                        .sign())
                .get("/screening-grounds")
                .then()
                .statusCode(403);
    }

    @Test
    void it_is_healthy() {
        given().get(ready).then().statusCode(200).body("status", equalTo("UP"));
    }
}
