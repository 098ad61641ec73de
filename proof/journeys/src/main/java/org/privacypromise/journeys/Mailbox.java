package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.privacypromise.local.LocalStack;

/** What has really arrived for one address. */
record Mailbox(LocalStack stack, String email) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{4} ?\\d{4})(?!\\d)");

    /** A mail as it arrived. */
    record Letter(String subject, String text) {

        boolean isAbout(String word) {
            return subject.toLowerCase(Locale.ROOT).contains(word);
        }

        String code() {
            Matcher match = CODE.matcher(text);
            if (!match.find()) {
                throw new AssertionError("no code in the mail \"" + subject + "\"");
            }
            return match.group(1).replace(" ", "");
        }
    }

    int size() {
        return letters().size();
    }

    /** The first code that arrives after so many mails. */
    String awaitCode(int before) {
        return await(before, letter -> CODE.matcher(letter.text()).find()).code();
    }

    /** The first mail of that kind that arrives after so many others. */
    Letter await(int before, Predicate<Letter> kind) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> letters().stream().skip(before).filter(kind).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Every mail that has arrived, oldest first. */
    List<Letter> letters() {
        List<Map<String, Object>> all =
                given().get(stack.url("smtp") + "/messages").jsonPath().getList("");
        return all.stream()
                .filter(mail -> String.valueOf(mail.get("to")).contains(email))
                .map(mail -> new Letter(String.valueOf(mail.get("subject")), String.valueOf(mail.get("text"))))
                .toList();
    }
}
