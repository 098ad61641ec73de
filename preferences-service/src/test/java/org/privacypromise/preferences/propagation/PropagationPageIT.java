package org.privacypromise.preferences.propagation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PropagationPageIT {

    @TestHTTPResource(value = "/privacy/propagation", management = true)
    String page;

    @Test
    void every_system_that_follows_choices_is_listed_with_its_target_time() {
        given().get(page)
                .then()
                .statusCode(200)
                .body(containsString("orders"))
                .body(containsString("marketing"))
                .body(containsString("PT1M"));
    }
}
