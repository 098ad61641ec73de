package org.privacypromise.requests;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.privacypromise.teststack.Tokens;

/** Members of the privacy team, as they call this service. */
public final class Desk {

    private Desk() {}

    /** Whoever has this account. */
    public static RequestSpecification as(String account) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.forService("requests-service")
                        .claim("sub", account)
                        .role("privacy-team")
                        .sign());
    }
}
