package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.privacypromise.local.LocalStack;

/**
 * A choice that reaches every system: first purchase, sign-in, an opt-in, a marketplace mail, and its one-click
 * unsubscribe.
 */
public final class ChoiceJourney {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private final Walk walk;
    private final LocalStack stack;
    private final Storefront storefront;
    private final Downstream downstream;
    private final Propagation propagation;
    private final String purchase = "order-" + UUID.randomUUID();
    private String customerId = "";
    private String linkToken = "";
    private String unsubscribeUrl = "";

    public ChoiceJourney(LocalStack stack, Walk walk) {
        this.stack = stack;
        this.walk = walk;
        this.storefront = new Storefront(stack, Account.ofDemo(stack));
        this.downstream = new Downstream(stack);
        this.propagation = new Propagation(storefront);
    }

    /** Walks the whole journey. It can be walked again on the same stack: the customer is then known already. */
    public void walk() {
        walk.chapter("A customer shops for the first time");
        walk.step("The shop asks for a customer ID for a purchase", this::firstPurchase);
        walk.step("It asks again for the same purchase", this::samePurchase);

        walk.chapter("The customer signs in and says how they want to hear from us");
        walk.step("They sign in at Keycloak: code flow with PKCE, no password in our hands", this::signIn);
        walk.step("The account is linked to the purchase, and the token knows the customer", this::link);
        walk.step("They read the privacy notice", this::readNotice);
        walk.step("They allow e-mail of the main brand and of the marketplace", this::allow);
        walk.step("They see how far it has come", propagation::reachesEverySystem);
        walk.step("Somebody else reads the topic", this::topicAgrees);

        walk.chapter("A marketplace e-mail arrives");
        walk.step("The marketing system sends it, with the headers of RFC 8058", this::marketplaceMail);
        walk.step("A mail scanner follows the link: GET, HEAD, OPTIONS", this::scanner);
        walk.step("The mail program unsubscribes: one POST, no log-in", this::oneClick);
        walk.step("They see how far that has come", propagation::reachesEverySystem);
        walk.step("Only the marketplace is silent now", this::onlyTheMarketplace);
        walk.step("The marketing system is asked to send another one", this::noFurtherMail);
    }

    /** The customer whose journey this is; known once it has been walked. */
    String customerId() {
        return customerId;
    }

    Storefront storefront() {
        return storefront;
    }

    private String firstPurchase() {
        Response answer = storefront.purchase(purchase);
        assertThat(answer.statusCode()).isEqualTo(201);
        customerId = answer.path("customerId");
        linkToken = answer.path("linkToken");
        return "201: customer ID " + customerId;
    }

    private String samePurchase() {
        Response answer = storefront.purchase(purchase);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("customerId")).isEqualTo(customerId);
        return "200: the same customer ID";
    }

    private String signIn() {
        storefront.signIn();
        int status = storefront.preferences().statusCode();
        assertThat(status).isIn(200, 403);
        return status == 403
                ? "signed in; preferences-service answers 403 not-linked, for the account is nobody's yet"
                : "signed in; the account is linked from an earlier walk";
    }

    private String link() {
        Response answer = storefront.link(linkToken);
        assertThat(answer.statusCode()).isIn(200, 202);
        boolean first = customerId.equals(answer.path("customerId"));
        customerId = answer.path("customerId");
        Response preferences = await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            storefront.refresh();
                            return storefront.preferences();
                        },
                        response -> response.statusCode() == 200);
        assertThat(preferences.statusCode()).isEqualTo(200);
        return first ? "linked; after a refresh the token says customer_id" : "linked before, to " + customerId;
    }

    private String readNotice() {
        Response notice = storefront.notice();
        assertThat(notice.statusCode()).isEqualTo(200);
        String why = notice.path("purposes.find { it.key == 'marketing-main' }.what.text");
        assertThat(why).isNotBlank();
        return "version %s, %d purposes; of the main brand's marketing it says: %s"
                .formatted(notice.path("version"), notice.<Integer>path("purposes.size()"), why);
    }

    private String allow() {
        assertThat(storefront.choose(Choice.MAIN_EMAIL, true).statusCode()).isEqualTo(200);
        Response answer = storefront.choose(Choice.MARKETPLACE_EMAIL, true);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(storefront.allows(Choice.MAIN_EMAIL)).isTrue();
        return "version %d of their preferences is in force".formatted(answer.<Integer>path("version"));
    }

    private String topicAgrees() {
        var events = new Topic(stack.bootstrapServers(), "preferences.state.v1").eventsOf("c:" + customerId);
        int version = storefront.preferences().path("version");
        assertThat(events).isNotEmpty();
        assertThat(events.getLast().payload())
                .contains("\"version\":" + version)
                .doesNotContain("@");
        return "the newest record under c:%s is version %d; no address in it".formatted(customerId, version);
    }

    private String marketplaceMail() {
        int before = downstream.mailsInInbox();
        Response answer = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> downstream.mail(customerId, storefront.account().email(), Choice.MARKETPLACE_EMAIL),
                        sent -> sent.statusCode() == 200);
        assertThat(answer.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> downstream.mailsInInbox() == before + 1);
        String header = downstream.headerOfNewestMail("List-Unsubscribe");
        assertThat(header).matches("<https?://[^>]+/u/[A-Za-z0-9_-]+>");
        assertThat(downstream.headerOfNewestMail("List-Unsubscribe-Post")).isEqualTo(ONE_CLICK);
        unsubscribeUrl = header.substring(1, header.length() - 1);
        return "List-Unsubscribe: <.../u/%d characters>; List-Unsubscribe-Post: %s"
                .formatted(unsubscribeUrl.length() - unsubscribeUrl.lastIndexOf('/') - 1, ONE_CLICK);
    }

    private String scanner() {
        int version = storefront.preferences().path("version");
        assertThat(given().get(unsubscribeUrl).statusCode()).isEqualTo(200);
        assertThat(given().head(unsubscribeUrl).statusCode()).isEqualTo(200);
        assertThat(given().options(unsubscribeUrl).statusCode()).isLessThan(300);
        assertThat(storefront.preferences().<Integer>path("version")).isEqualTo(version);
        assertThat(storefront.allows(Choice.MARKETPLACE_EMAIL)).isTrue();
        return "nothing has changed: still version " + version;
    }

    private String oneClick() {
        Response answer = given().contentType("application/x-www-form-urlencoded")
                .body(ONE_CLICK)
                .redirects()
                .follow(false)
                .post(unsubscribeUrl);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.getCookies()).isEmpty();
        return "200, in %d ms".formatted(answer.time());
    }

    private String onlyTheMarketplace() {
        assertThat(storefront.allows(Choice.MARKETPLACE_EMAIL)).isFalse();
        assertThat(storefront.allows(Choice.MAIN_EMAIL)).isTrue();
        for (String system : Downstream.SYSTEMS) {
            assertThat(downstream.allowsAt(system, customerId, Choice.MARKETPLACE_EMAIL))
                    .isFalse();
            assertThat(downstream.allowsAt(system, customerId, Choice.MAIN_EMAIL))
                    .isTrue();
        }
        return "both systems and the customer's own page say so; the main brand is untouched";
    }

    private String noFurtherMail() {
        int before = downstream.mailsInInbox();
        Response answer = downstream.mail(customerId, storefront.account().email(), Choice.MARKETPLACE_EMAIL);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(downstream.mailsInInbox()).isEqualTo(before);
        return "409: it may not, and no mail has arrived";
    }
}
