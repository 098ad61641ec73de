package org.privacypromise.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.privacypromise.local.LocalStack;

/** Somebody without an account proves to control a mailbox, and gets what is known by it: that, and nothing more. */
public final class GuestJourney {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/([A-Za-z0-9_-]{20,})");

    private final Walk walk;
    private final Storefront customer;
    private final Shop shop;
    private final DataRequests requests;
    private final Mailbox mailbox;
    private final Mailbox customersMailbox;
    private final String answerToTheQuestion = "seven-" + UUID.randomUUID();
    private String verificationId = "";
    private String requestId = "";
    private String trackingKey = "";
    private int mailsBefore;
    private DataPackage fetched = new DataPackage(Map.of());

    /** With the customer of that journey as somebody who has an account. */
    public GuestJourney(LocalStack stack, Walk walk, ChoiceJourney before) {
        this.walk = walk;
        this.customer = before.storefront();
        this.shop = new Shop(stack);
        this.requests = new DataRequests(stack, Origin.somewhere());
        this.mailbox = new Mailbox(stack, "guest-" + UUID.randomUUID() + "@example.net");
        this.customersMailbox = new Mailbox(stack, customer.account().email());
    }

    /** Walks the whole journey. */
    public void walk() {
        walk.chapter("A guest who only ever entered a competition asks the same");
        walk.step("They enter the competition", this::enter);
        walk.step("They ask for a code and for their data", this::ask);
        walk.step("They type the code from the mail", this::prove);
        walk.step("The answer is ready: a mail with a link", this::ready);
        walk.step("The link alone opens nothing; with a fresh code it does", this::fetch);
        walk.step("It holds the entry, and nothing else", this::content);

        walk.chapter("A guest asks for the data of an account");
        walk.step("They prove to control a customer's mailbox", this::askForAccount);
        walk.step("They are asked to sign in, and the same request goes on", this::signIn);
    }

    private String enter() {
        Response answer = shop.enter(mailbox.email(), "Win a scarf", answerToTheQuestion);
        assertThat(answer.statusCode()).isEqualTo(201);
        return "201: the marketing system has the entry";
    }

    private String ask() {
        mailsBefore = mailbox.size();
        verificationId = started(mailbox);
        Response answer = requests.submitAsGuest(verificationId, "ACCESS");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.<String>path("status")).isEqualTo("AWAITING_VERIFICATION");
        requestId = answer.path("requestId");
        trackingKey = answer.path("trackingKey");
        return "202: the clock runs, to be answered by " + answer.path("dueDate");
    }

    private String started(Mailbox box) {
        Response answer = requests.startVerification(box.email(), "access-request");
        assertThat(answer.statusCode()).isEqualTo(202);
        return answer.path("verificationId");
    }

    private String prove() {
        String code = mailbox.awaitCode(mailsBefore);
        Response answer = requests.answer(verificationId, code);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(requests.answer(verificationId, code).statusCode()).isEqualTo(422);
        return "200, with a signed receipt of %d characters; the same code a second time: 422"
                .formatted(answer.<String>path("receipt").length());
    }

    private String ready() {
        requests.awaitStatusAsGuest(trackingKey, requestId, "ANSWERED");
        token();
        return "the request is ANSWERED; the link is in the mailbox";
    }

    private String token() {
        Mailbox.Letter ready = mailbox.await(mailsBefore, letter -> letter.isAbout("ready"));
        Matcher match = LINK.matcher(ready.text());
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private String fetch() {
        int withoutCode =
                requests.downloadAsGuest(token(), UUID.randomUUID().toString()).statusCode();
        assertThat(withoutCode).isBetween(400, 499);
        String fresh = requests.verify(mailbox, "package-download", requestId);
        Response answer = requests.awaitDownloadAsGuest(token(), fresh);
        assertThat(answer.statusCode()).isEqualTo(200);
        fetched = DataPackage.of(answer.asByteArray());
        return "%d without, 200 with a code: %s"
                .formatted(withoutCode, String.join(", ", fetched.files().keySet()));
    }

    private String content() {
        assertThat(fetched.dataOf("marketing")).contains(answerToTheQuestion, mailbox.email());
        assertThat(fetched.dataOf("orders")).isEmpty();
        assertThat(fetched.everything()).doesNotContain(customer.account().email());
        return "the entry with its answer is there; the order system knew nobody by that mailbox";
    }

    private String askForAccount() {
        int before = customersMailbox.size();
        verificationId = started(customersMailbox);
        Response answer = requests.submitAsGuest(verificationId, "ACCESS");
        assertThat(answer.statusCode()).isEqualTo(202);
        requestId = answer.path("requestId");
        trackingKey = answer.path("trackingKey");
        String code = customersMailbox.awaitCode(before);
        assertThat(requests.answer(verificationId, code).statusCode()).isEqualTo(200);
        requests.awaitStatusAsGuest(trackingKey, requestId, "AWAITING_SIGN_IN");
        return "AWAITING_SIGN_IN: a code opens no account";
    }

    private String signIn() {
        String due = requests.viewAsGuest(trackingKey, requestId).path("dueDate");
        customer.signIn();
        assertThat(requests.signIn(customer, requestId).statusCode()).isEqualTo(200);
        var view = requests.awaitStatus(customer, requestId, "ANSWERED");
        assertThat(view.getString("dueDate")).isEqualTo(due);
        assertThat(view.getInt("tasks.done")).isEqualTo(AccessJourney.SYSTEMS.size());
        return "ANSWERED by six systems, by the clock that started with the guest's request: due " + due;
    }
}
