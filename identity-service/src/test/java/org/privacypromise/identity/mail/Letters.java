package org.privacypromise.identity.mail;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.privacypromise.teststack.Tokens;

/** Another service that has mail sent. */
public final class Letters {

    private Letters() {}

    public static Tokens requests() {
        return Tokens.forService("identity-service")
                .client("requests-service")
                .subject("service-account-requests-service")
                .role("service");
    }

    public static Response toCustomer(String customerId, String idempotencyKey, String text) {
        return send(requests(), idempotencyKey, "\"customerId\":\"" + customerId + "\"", text);
    }

    public static Response toVerification(String verificationId, String idempotencyKey, String text) {
        return send(requests(), idempotencyKey, "\"verificationId\":\"" + verificationId + "\"", text);
    }

    static Response send(Tokens token, String idempotencyKey, String recipient, String text) {
        return given().auth()
                .oauth2(token.sign())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", idempotencyKey)
                .body("{" + recipient + ",\"subject\":\"Your request\",\"text\":\"" + text + "\"}")
                .post("/mails");
    }
}
