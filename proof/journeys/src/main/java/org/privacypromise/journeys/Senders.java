package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.privacypromise.local.LocalStack;

/** A system that wants to send something, and asks first. */
record Senders(LocalStack stack) {

    /** May this be sent now? */
    Response ask(String whom, String reference, Choice choice) {
        return asSystem()
                .queryParam(whom, reference)
                .queryParam("purpose", choice.purpose())
                .queryParam("channel", choice.channel())
                .queryParam("brand", choice.brand())
                .get(stack.url("preferences") + "/send-check");
    }

    /** What stands for the address from now on. */
    String contactRef(String email) {
        Response answer = asSystem()
                .contentType("application/json")
                .body(Map.of("kind", "EMAIL", "value", email))
                .post(stack.url("identity") + "/contact-refs");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.path("contactRef");
    }

    /** Hands in the newsletter's form, as somebody has filled it in who is not signed in. */
    Response newsletter(String contactRef, String noticeVersion, Choice choice) {
        return asSystem()
                .contentType("application/json")
                .body(Map.of(
                        "contactRef",
                        contactRef,
                        "noticeVersion",
                        noticeVersion,
                        "language",
                        "en",
                        "form",
                        "newsletter",
                        "choices",
                        List.of(Map.of(
                                "purpose",
                                choice.purpose(),
                                "channel",
                                choice.channel(),
                                "brand",
                                choice.brand(),
                                "allowed",
                                true))))
                .post(stack.url("preferences") + "/guest-preferences");
    }

    private RequestSpecification asSystem() {
        return given().auth().oauth2(stack.signIn().program("marketing", stack.secret("client/marketing")));
    }
}
