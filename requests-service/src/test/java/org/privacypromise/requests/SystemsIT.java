package org.privacypromise.requests;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
class SystemsIT {

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void the_privacy_team_sees_every_system_that_will_be_asked_and_how_long_it_has() {
        given().auth()
                .oauth2(Tokens.forService("requests-service")
                        .role("privacy-team")
                        .sign())
                .get("/systems")
                .then()
                .statusCode(200)
                .body("key", hasItems("orders", "marketing", "identity", "preferences"))
                .body("find { it.key == 'orders' }.operations", hasKey("ERASURE"));
    }

    @Test
    void nobody_else_does() {
        given().get("/systems").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("requests-service").customer("c-1").sign())
                .get("/systems")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.forService("identity-service")
                        .role("privacy-team")
                        .sign())
                .get("/systems")
                .then()
                .statusCode(401);
    }

    @Test
    void health_and_metrics_answer_on_the_operators_port_only() {
        given().get(ready).then().statusCode(200).body("status", equalTo("UP"));
        given().get(metrics).then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
    }
}
