package org.privacypromise.identity.verification;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody without an account, as they call this service and read their mail. */
public final class Guest {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{8}\\b");

    private Guest() {}

    public static Response start(String email) {
        return start(email, "access-request", null);
    }

    public static Response start(String email, String purpose, @Nullable String requestId) {
        String request = requestId == null ? "" : ",\"requestId\":\"" + requestId + "\"";
        return given().contentType(ContentType.JSON)
                .body("{\"contactPoint\":{\"kind\":\"EMAIL\",\"value\":\"%s\"},\"purpose\":\"%s\"%s}"
                        .formatted(email, purpose, request))
                .post("/verifications");
    }

    public static Response answer(String verificationId, String code) {
        return given().contentType(ContentType.JSON)
                .body("{\"code\":\"" + code + "\"}")
                .post("/verifications/{id}/answer", verificationId);
    }

    public static Response resend(String verificationId) {
        return given().post("/verifications/{id}/resend", verificationId);
    }

    /** The code in the mail. */
    public static String codeIn(MimeMessage mail) {
        Matcher code = CODE.matcher(text(mail));
        if (!code.find()) {
            throw new AssertionError("there is no code in the mail");
        }
        return code.group();
    }

    public static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another code than this. */
    public static String wrong(String code) {
        return "%08d".formatted((Integer.parseInt(code) + 1) % 100_000_000);
    }
}
