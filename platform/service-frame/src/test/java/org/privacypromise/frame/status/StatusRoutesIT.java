package org.privacypromise.frame.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.OidcResource;
import org.privacypromise.teststack.PostgreSqlResource;

@QuarkusTest
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(PostgreSqlResource.class)
class StatusRoutesIT {

    @TestHTTPResource(value = "/privacy", management = true)
    String status;

    @Test
    void all_pages_and_one_are_printed_on_the_management_port() {
        given().get(status).then().statusCode(200).body(equalTo("figures\nFIGURE\n7\n"));
        given().get(status + "/figures?figure=8").then().statusCode(200).body(containsString("8"));
    }

    @Test
    void customers_do_not_see_them() {
        given().get("/q/privacy").then().statusCode(404);
        given().get("/q/privacy/figures").then().statusCode(404);
    }

    @Test
    void an_unknown_page_and_a_wrong_option_are_problems() {
        given().get(status + "/secrets")
                .then()
                .statusCode(404)
                .body("type", endsWith(":not-found"))
                .body("detail", containsString("/q/privacy/figures"));
        given().get(status + "/figures?figure=x").then().statusCode(400).body("type", endsWith(":malformed-request"));
    }
}
