package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.privacypromise.local.LocalStack;

/**
 * In control: everything off and back as it was, a newsletter without an account, what a browser says, and evidence that
 * nobody has to take our word for.
 */
public final class ControlJourney {

    private final Walk walk;
    private final Storefront customer;
    private final String customerId;
    private final Senders senders;
    private final LedgerCopy ledger;
    private String guest = "";
    private String confirmationUrl = "";

    /** With the customer of that journey. */
    public ControlJourney(LocalStack stack, Walk walk, ChoiceJourney before) {
        this.walk = walk;
        this.customer = before.storefront();
        this.customerId = before.customerId();
        this.senders = new Senders(stack);
        this.ledger = new LedgerCopy(stack);
    }

    /** Walks the whole journey. */
    public void walk() {
        walk.chapter("The customer wants to be left alone, and changes their mind");
        walk.step("They switch everything off; a sender asks whether it may", this::everythingOff);
        walk.step("They take that back", this::undo);
        walk.step("Their browser says that they do not want to be tracked", this::browserSignal);

        walk.chapter("Somebody without an account wants the newsletter");
        walk.step("They fill in a form; a sender asks whether it may", this::signUp);
        walk.step("A mail scanner follows the link in the mail", this::scanner);
        walk.step("They press the button themselves", this::confirm);

        walk.chapter("A regulator asks for proof");
        walk.step("The ledger of consent is exported, and checked offline", this::verify);
        walk.step("Somebody alters one word in the export", this::alter);
    }

    private String everythingOff() {
        customer.choose(Choice.MAIN_EMAIL, true);
        assertThat(senders.ask("customerId", customerId, Choice.MAIN_EMAIL).<Boolean>path("allowed"))
                .isTrue();
        assertThat(customer.everythingOff().statusCode()).isEqualTo(200);
        Response answer = senders.ask("customerId", customerId, Choice.MAIN_EMAIL);
        assertThat(answer.<Boolean>path("allowed")).isFalse();
        return "no, it may not: " + answer.path("because");
    }

    private String undo() {
        assertThat(customer.everythingBack().statusCode()).isEqualTo(200);
        Response answer = senders.ask("customerId", customerId, Choice.MAIN_EMAIL);
        assertThat(answer.<Boolean>path("allowed")).isTrue();
        assertThat(customer.allows(Choice.MARKETPLACE_EMAIL)).isFalse();
        return "as it was: the main brand may again (%s), the marketplace may not"
                .formatted(answer.<String>path("because"));
    }

    private String browserSignal() {
        Response page = customer.asCustomer().header("Sec-GPC", "1").get(customer.page());
        assertThat(page.statusCode()).isEqualTo(200);
        List<Map<String, Object>> across =
                page.jsonPath().getList("choices.findAll { it.channel == 'off-site-advertising' }");
        assertThat(across).isNotEmpty().allSatisfy(choice -> assertThat(choice).containsEntry("allowed", false));
        return "Sec-GPC: 1 is a no to advertising on other sites, in %d places".formatted(across.size());
    }

    private String signUp() {
        guest = senders.contactRef("newsletter-" + UUID.randomUUID() + "@example.net");
        Response answer = senders.newsletter(guest, customer.notice().path("version"), Choice.MAIN_EMAIL);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("choices[0].state")).isEqualTo("PENDING");
        confirmationUrl = answer.path("confirmationUrl");
        Response may = senders.ask("contactRef", guest, Choice.MAIN_EMAIL);
        assertThat(may.<Boolean>path("allowed")).isFalse();
        return "pending is no permission: " + may.path("because");
    }

    private String scanner() {
        Response page = given().get(confirmationUrl);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("<button");
        assertThat(senders.ask("contactRef", guest, Choice.MAIN_EMAIL).<Boolean>path("allowed"))
                .isFalse();
        return "a page with one button; nothing has changed";
    }

    private String confirm() {
        Response done = given().formParam("Confirm", "Yes").post(confirmationUrl);
        assertThat(done.statusCode()).isEqualTo(200);
        Response may = senders.ask("contactRef", guest, Choice.MAIN_EMAIL);
        assertThat(may.<Boolean>path("allowed")).isTrue();
        return "yes, now it may: " + may.path("because");
    }

    private String verify() {
        LedgerCopy.Finding finding = ledger.fetch().verify();
        assertThat(finding.exitCode()).as(finding.said()).isZero();
        return finding.said();
    }

    private String alter() {
        LedgerCopy.Finding finding = ledger.alter("c:" + customerId).verify();
        assertThat(finding.exitCode()).isEqualTo(1);
        assertThat(finding.said()).contains("c:" + customerId);
        return finding.said().lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
