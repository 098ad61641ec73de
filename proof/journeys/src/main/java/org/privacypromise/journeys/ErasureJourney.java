package org.privacypromise.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.privacypromise.local.LocalStack;

/** A customer asks to be forgotten, is, and is told the truth about what stays. */
public final class ErasureJourney {

    /** What may name the customer afterwards: by a rule of the purpose register, or to prove that their keys are gone. */
    private static final List<String> EXEMPT = List.of(
            "identity.subject_keys.subject_key",
            "preferences.consent_record",
            "requests.request",
            "requests.request_history",
            "orders.invoice",
            "orders.invoice_item");

    private final Walk walk;
    private final LocalStack stack;
    private final Storefront customer;
    private final Shop shop;
    private final DataRequests requests;
    private final Mailbox mailbox;
    private final Probe probe;
    private String customerId = "";
    private String requestId = "";
    private Shop.Order order = Shop.Order.random();
    private int mailsBefore;

    /** With a customer of its own. */
    public ErasureJourney(LocalStack stack, Walk walk) {
        this.walk = walk;
        this.stack = stack;
        String email = "leaving-" + UUID.randomUUID() + "@example.org";
        this.customer = new Storefront(
                stack, new Account(email, stack.createCustomer(email).password()));
        this.shop = new Shop(stack);
        this.requests = new DataRequests(stack, Origin.somewhere());
        this.mailbox = new Mailbox(stack, email);
        this.probe = new Probe(stack);
    }

    /** Walks the whole journey. */
    public void walk() {
        walk.chapter("A customer asks to be forgotten");
        walk.step("They have an account, an order, and do not want to be asked for feedback", this::live);
        walk.step("A backup is taken of what we know about them", this::backUp);
        walk.step("They ask for erasure", this::ask);
        walk.step("Six systems erase, in the order that the law's exceptions need", this::answered);
        walk.step("The mail says what is gone, and what stays, why and until when", this::report);
        walk.step("Somebody looks into every table and log for them", this::tables);
        walk.step("... and into the topics", this::topics);
        walk.step("They can no longer sign in; their account is gone", this::account);
        walk.step("The invoice is there, as tax law wants it", this::invoice);
        walk.step("The old backup is restored", this::restore);
        walk.step("They shop again with the same address: the no of then still counts", this::suppressed);
    }

    private String live() {
        Response purchase = customer.purchase("order-" + UUID.randomUUID());
        customerId = purchase.path("customerId");
        customer.signIn();
        assertThat(customer.link(purchase.path("linkToken")).statusCode()).isIn(200, 202);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            customer.refresh();
            return customer.preferences().statusCode() == 200;
        });
        assertThat(customer.choose(Choice.FEEDBACK_EMAIL, false).statusCode()).isEqualTo(200);
        order = shop.order(customerId, mailbox.email());
        new Propagation(customer).reachesEverySystem();
        return "customer %s bought \"%s\"; feedback is off".formatted(customerId, order.product());
    }

    private String backUp() {
        stack.backup("preferences");
        return "a copy of the preferences database; these tables hold them: " + probe.tablesWith(customerId);
    }

    private String ask() {
        mailsBefore = mailbox.size();
        customer.signIn();
        Response answer = requests.submit(customer, "ERASURE");
        assertThat(answer.statusCode()).isEqualTo(201);
        requestId = answer.path("requestId");
        return "201: to be answered by %s".formatted(answer.<String>path("dueDate"));
    }

    private String answered() {
        JsonPath view = requests.awaitStatus(customer, requestId, "ANSWERED");
        assertThat(view.getInt("tasks.done")).isEqualTo(AccessJourney.SYSTEMS.size());
        List<Map<String, Object>> kept = view.getList("report.categories.kept.flatten()");
        assertThat(kept).isNotEmpty();
        List<?> certificates = view.getList("report.certificates");
        assertThat(certificates).isNotEmpty();
        return "%d receipts, %d certificates of destroyed keys; kept: %s"
                .formatted(
                        view.getInt("tasks.done"),
                        certificates.size(),
                        kept.stream()
                                .map(one -> "%s until %s (%s)"
                                        .formatted(one.get("system"), one.get("until"), one.get("retention")))
                                .distinct()
                                .collect(Collectors.joining(", ")));
    }

    private String report() {
        Mailbox.Letter letter = mailbox.await(mailsBefore, mail -> mail.text().contains("Value Added Tax Act"));
        assertThat(letter.text()).contains("31 December 2032");
        return "\"%s\": invoices until 31 December 2032, by the Value Added Tax Act 1994".formatted(letter.subject());
    }

    private String tables() {
        List<String> left = probe.tablesWith(customerId, mailbox.email(), order.product());
        assertThat(left).isSubsetOf(EXEMPT);
        assertThat(probe.logsWith(mailbox.email())).isEmpty();
        return "of %d tables these still name them, each by a rule: %s; no log holds their address"
                .formatted(probe.tables(), left);
    }

    private String topics() {
        Topic state = new Topic(stack.bootstrapServers(), "preferences.state.v1");
        var events = state.eventsOf("c:" + customerId);
        assertThat(events).isNotEmpty();
        assertThat(events.getLast().payload()).isNull();
        assertThat(new Topic(stack.bootstrapServers(), "privacy.erasures.v1").size())
                .isPositive();
        return "the newest record under c:%s is a tombstone; the erasure ledger names nobody".formatted(customerId);
    }

    private String account() {
        assertThat(stack.keycloakUser(mailbox.email())).isEmpty();
        return "Keycloak knows nobody by that address";
    }

    private String invoice() {
        Response orders = shop.ordersOf(customerId);
        assertThat(orders.asString()).contains(order.reference()).doesNotContain(mailbox.email());
        return "%s is still there, without the e-mail address".formatted(order.reference());
    }

    private String restore() {
        stack.stop("preferences");
        stack.restore("preferences");
        assertThat(probe.tablesWith(customerId)).contains("preferences.preferences");
        stack.start("preferences");
        // The outbox holds the tombstone until it is published.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(probe.tablesWith(customerId)).isSubsetOf(EXEMPT));
        return "they had come back with it; the ledger has erased them again before the service was ready";
    }

    private String suppressed() {
        String again = customer.purchase("order-" + UUID.randomUUID()).path("customerId");
        assertThat(again).isNotEqualTo(customerId);
        Downstream downstream = new Downstream(stack);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> downstream.choicesAt("marketing", again).statusCode() == 200
                        && !downstream.allowsAt("marketing", again, Choice.FEEDBACK_EMAIL));
        return "a new customer ID, %s, and feedback is off without anybody asking".formatted(again);
    }
}
