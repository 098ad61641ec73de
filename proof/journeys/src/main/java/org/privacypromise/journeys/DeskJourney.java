package org.privacypromise.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.privacypromise.local.LocalStack;

/** People decide where a machine must not: with a purpose, with reasons, never alone, and the customer sees it all. */
public final class DeskJourney {

    private static final String REASON = "Your objection concerns nine years of orders in two shops.";
    private static final String EXPLANATION = "You have asked us for the same review and had our answer last week.";

    private final Walk walk;
    private final Storefront customer;
    private final DataRequests requests;
    private final Mailbox mailbox;
    private final DeskMember team;
    private final DeskMember lead;
    private String objection = "";
    private String review = "";
    private String dueDate = "";
    private int mailsBefore;

    /** With the customer of that journey. */
    public DeskJourney(LocalStack stack, Walk walk, ChoiceJourney before) {
        this.walk = walk;
        this.customer = before.storefront();
        this.requests = new DataRequests(stack, Origin.somewhere());
        this.mailbox = new Mailbox(stack, customer.account().email());
        this.team = new DeskMember(stack, "privacy-team");
        this.lead = new DeskMember(stack, "privacy-lead");
    }

    /** Walks the whole journey. */
    public void walk() {
        walk.chapter("People decide, and the customer sees it");
        walk.step("The customer objects to a use of their data, and asks that a person looks at a decision", this::ask);
        walk.step("Somebody of the privacy team opens a request without saying what for", this::browse);
        walk.step("Somebody who leads takes more time for the objection, with a reason", this::extend);
        walk.step("The team proposes to refuse the other one; without evidence it cannot", this::propose);
        walk.step("Whoever leads approves it, and nobody else could", this::refuse);
        walk.step("The customer reads who looked at what they asked, and what for", this::accessLog);
    }

    private String ask() {
        customer.signIn();
        mailsBefore = mailbox.size();
        objection = submitted("OBJECTION");
        review = submitted("HUMAN_REVIEW");
        requests.awaitStatus(customer, objection, "IN_REVIEW");
        dueDate = requests.awaitStatus(customer, review, "IN_REVIEW").getString("dueDate");
        return "both wait for a person, and are due by " + dueDate;
    }

    private String submitted(String right) {
        Response answer = requests.submit(customer, right);
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.path("requestId");
    }

    private String browse() {
        Response answer = team.withoutPurpose(objection);
        assertThat(answer.statusCode()).isEqualTo(400);
        return "400: " + answer.path("title");
    }

    private String extend() {
        Response answer = lead.step(objection, "extension", Map.of("words", REASON));
        assertThat(answer.statusCode()).isEqualTo(200);
        String later = answer.path("dueDate");
        assertThat(LocalDate.parse(later)).isAfter(LocalDate.parse(dueDate));
        assertThat(requests.view(customer, objection).<String>path("dueDate")).isEqualTo(later);
        assertThat(mailbox.await(mailsBefore, letter -> letter.text().contains(REASON))
                        .text())
                .contains(later);
        return "due by %s instead of %s; the customer is mailed why".formatted(later, dueDate);
    }

    private String propose() {
        Response bare = team.step(review, "proposals", Map.of("outcome", "REFUSE", "explanation", EXPLANATION));
        assertThat(bare.statusCode()).isEqualTo(422);
        Response proposed = team.step(
                review,
                "proposals",
                Map.of(
                        "outcome", "REFUSE",
                        "ground", "EXCESSIVE",
                        "evidence", "Review of the same decision answered on Monday, same reasons given.",
                        "explanation", EXPLANATION));
        assertThat(proposed.statusCode()).isEqualTo(200);
        assertThat(proposed.<String>path("status")).isEqualTo("IN_REVIEW");
        return "%d, then %d: it waits for a second person".formatted(bare.statusCode(), proposed.statusCode());
    }

    private String refuse() {
        String proposal = lead.read(review).path("openProposal");
        String approval = "proposals/" + proposal + "/approval";
        assertThat(team.step(review, approval, Map.of()).statusCode()).isEqualTo(403);
        assertThat(lead.step(review, approval, Map.of()).statusCode()).isEqualTo(200);
        Mailbox.Letter letter = mailbox.await(mailsBefore, one -> one.text().contains(EXPLANATION));
        assertThat(letter.text()).contains("Information Commissioner");
        assertThat(requests.view(customer, review).<String>path("status")).isEqualTo("REFUSED");
        return "403 for the team, 200 for the lead; the mail says why, and where to complain";
    }

    private String accessLog() {
        Response log = requests.accessLog(customer);
        assertThat(log.statusCode()).isEqualTo(200);
        List<String> what = log.jsonPath().getList("what");
        assertThat(what)
                .contains(
                        "took more time for your request, and told you why",
                        "decided to refuse your request",
                        "wanted to see your request without saying what for, and was not let in");
        return "%d lines; the newest: \"%s %s\", for \"%s\""
                .formatted(what.size(), log.path("[0].who"), what.getFirst(), log.path("[0].purpose"));
    }
}
