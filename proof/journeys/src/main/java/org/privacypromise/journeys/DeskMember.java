package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.privacypromise.local.LocalStack;

/** Somebody of the staff at the desk of requests-service, signed in a moment ago. */
final class DeskMember {

    private final String requests;
    private final String token;

    /** @param role which the account of this name has */
    DeskMember(LocalStack stack, String role) {
        this.requests = stack.url("requests") + "/desk/requests/";
        this.token = stack.deskSignIn()
                .person(role + "@example.org", stack.secret("user/" + role))
                .access();
    }

    Response withoutPurpose(String request) {
        return signedIn().get(requests + request);
    }

    Response read(String request) {
        return atWork().get(requests + request);
    }

    /** Takes a step on the request as it is now. */
    Response step(String request, String step, Map<String, ?> body) {
        return atWork().contentType("application/json")
                .header("If-Match", read(request).header("ETag"))
                .body(body)
                .post(requests + request + "/" + step);
    }

    private RequestSpecification atWork() {
        return signedIn().header("X-Purpose", "deciding on the request");
    }

    private RequestSpecification signedIn() {
        return given().auth().oauth2(token);
    }
}
