package org.privacypromise.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.privacypromise.local.LocalStack;

/** Somebody tries to get at another person's data, and learns nothing, not even whether there is any. */
public final class AttackJourney {

    private static final int GUESSES = 40;

    private final Walk walk;
    private final DataRequests attacker;
    private final Desk desk;
    private final String victim;
    private final Mailbox victimsMailbox;
    private final Mailbox throwaway;
    private String verificationId = "";
    private String trackingKey = "";
    private String requestId = "";
    private String rightCode = "";
    private int mailsBefore;

    /** Against the customer of that journey. */
    public AttackJourney(LocalStack stack, Walk walk, ChoiceJourney before) {
        this.walk = walk;
        this.attacker = new DataRequests(stack, Origin.somewhere());
        this.desk = new Desk(stack);
        this.victim = before.storefront().account().email();
        this.victimsMailbox = new Mailbox(stack, victim);
        this.throwaway = new Mailbox(stack, "someone-" + UUID.randomUUID() + "@mailinator.com");
    }

    /** Walks the whole journey. */
    public void walk() {
        walk.chapter("An attacker asks for somebody else's data");
        walk.step("They try a known and an unknown address", this::sameAnswer);
        walk.step("They guess %d codes, all at once".formatted(GUESSES), this::guess);
        walk.step("Even the right code is worthless now", this::rightCode);
        walk.step("They try with a throwaway mailbox of their own", this::throwawayMailbox);
        walk.step("The screening says review, and why", this::review);
        walk.step("A fraud analyst looks, and says no", this::decide);
    }

    private String sameAnswer() {
        mailsBefore = victimsMailbox.size();
        Response known = attacker.startVerification(victim, "access-request");
        Response unknown = attacker.startVerification("nobody-" + UUID.randomUUID() + "@example.com", "access-request");
        assertThat(known.statusCode()).isEqualTo(202);
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(shape(unknown)).isEqualTo(shape(known));
        verificationId = known.path("verificationId");
        Response one = attacker.submitAsGuest(verificationId, "ACCESS");
        Response other = attacker.submitAsGuest(unknown.path("verificationId"), "ACCESS");
        assertThat(one.statusCode()).isEqualTo(202);
        assertThat(shape(other)).isEqualTo(shape(one));
        requestId = one.path("requestId");
        trackingKey = one.path("trackingKey");
        return "202 and 202, alike in status, headers and fields; the code goes to the mailbox, not to them";
    }

    private static Set<String> shape(Response response) {
        Set<String> shape =
                new TreeSet<>(response.jsonPath().<String, Object>getMap("").keySet());
        response.headers().forEach(header -> shape.add(header.getName().toLowerCase(Locale.ROOT)));
        shape.add(String.valueOf(response.statusCode()));
        return shape;
    }

    private String guess() {
        rightCode = victimsMailbox.awaitCode(mailsBefore);
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(GUESSES)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < GUESSES; i++) {
                String code = "%08d".formatted(i);
                all.add(together.submit(
                        () -> attacker.answer(verificationId, code).statusCode()));
            }
            for (Future<Integer> one : all) {
                answers.add(one.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a guess got no answer", e);
        }
        assertThat(answers).hasSize(GUESSES).allMatch(status -> status == 422 || status == 429);
        return GUESSES + " answers, none of them yes, and none tells whether it was looked at";
    }

    private String rightCode() {
        Response answer = attacker.answer(verificationId, rightCode);
        assertThat(answer.statusCode()).isEqualTo(422);
        String status = attacker.viewAsGuest(trackingKey, requestId).path("status");
        assertThat(status).isIn("AWAITING_VERIFICATION", "LAPSED");
        return "422: five were looked at, and that was all; the request is " + status;
    }

    private String throwawayMailbox() {
        int before = throwaway.size();
        Response started = attacker.startVerification(throwaway.email(), "access-request");
        assertThat(started.statusCode()).isEqualTo(202);
        verificationId = started.path("verificationId");
        Response request = attacker.submitAsGuest(verificationId, "ACCESS");
        requestId = request.path("requestId");
        trackingKey = request.path("trackingKey");
        String code = throwaway.awaitCode(before);
        assertThat(attacker.answer(verificationId, code).statusCode()).isEqualTo(200);
        attacker.awaitStatusAsGuest(trackingKey, requestId, "IN_REVIEW");
        return "verified, and yet IN_REVIEW: a machine neither answers nor refuses it";
    }

    private String review() {
        JsonPath review = desk.review(requestId);
        assertThat(review.getString("verdict")).isIn("REVIEW", "DENY");
        List<String> reasons = review.getList("reasons.text");
        assertThat(reasons).isNotEmpty();
        return review.getString("verdict") + ": " + String.join("; ", reasons);
    }

    private String decide() {
        assertThat(desk.decide(requestId, "DENY", "A throwaway mailbox behind a guessing attack.")
                        .statusCode())
                .isEqualTo(200);
        attacker.awaitStatusAsGuest(trackingKey, requestId, "REFUSED");
        return "REFUSED, by a person; the mail names the reasons and where to complain";
    }
}
