package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.privacypromise.local.LocalStack;

/** The people at the retailer who look where a machine must not decide. */
record Desk(LocalStack stack) {

    /** What the screening of this request has found. */
    JsonPath review(String requestId) {
        Response answer = asAnalyst().get(stack.url("fraud-check") + "/screenings/" + requestId);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath();
    }

    Response decide(String requestId, String verdict, String reason) {
        return asAnalyst()
                .contentType("application/json")
                .body(Map.of("verdict", verdict, "reason", reason))
                .post(stack.url("fraud-check") + "/reviews/" + requestId + "/decision");
    }

    private RequestSpecification asAnalyst() {
        return given().auth()
                .oauth2(stack.deskSignIn()
                        .person("fraud-analyst@example.org", stack.secret("user/fraud-analyst"))
                        .access());
    }
}
