package org.privacypromise.requests;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.privacypromise.teststack.Tokens;

/**
 * Somebody of the staff at work.
 *
 * @param role as the token has it
 * @param account the ID of their account
 */
public record Desk(String role, String account) {

    public static Desk team() {
        return new Desk("privacy-team", "team-1");
    }

    public static Desk lead() {
        return new Desk("privacy-lead", "lead-1");
    }

    public static Desk auditor() {
        return new Desk("auditor", "auditor-1");
    }

    public static Desk care() {
        return new Desk("customer-care", "care-1");
    }

    /** A member of the privacy team, about to send something. */
    public static RequestSpecification as(String account) {
        return new Desk("privacy-team", account).asking().contentType(ContentType.JSON);
    }

    public Tokens token() {
        return Tokens.forService("requests-service").role(role).subject(account).client("desk");
    }

    /** With a purpose. */
    public RequestSpecification asking() {
        return given().auth().oauth2(token().sign()).header("X-Purpose", "answering the request");
    }

    public RequestSpecification askingWithout() {
        return given().auth().oauth2(token().sign());
    }

    public RequestSpecification signedInBefore(Duration ago) {
        return given().auth()
                .oauth2(token().signedInAt(Instant.now().minus(ago)).sign())
                .header("X-Purpose", "answering the request");
    }

    public Response read(Object request) {
        return asking().get("/desk/requests/" + request);
    }

    /** Takes a step on the request as it is now. */
    public Response step(Object request, String step, Map<String, ?> body) {
        return step(request, step, read(request).header("ETag"), body);
    }

    public Response step(Object request, String step, String version, Map<String, ?> body) {
        return asking().contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .post("/desk/requests/" + request + "/" + step);
    }
}
