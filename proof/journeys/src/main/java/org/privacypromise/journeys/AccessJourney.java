package org.privacypromise.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.privacypromise.local.LocalStack;

/** A customer asks what is known about them, and gets it: all of it, on time, and only them. */
public final class AccessJourney {

    static final List<String> SYSTEMS =
            List.of("orders", "marketing", "identity", "preferences", "requests", "fraud-check");

    private final Walk walk;
    private final Storefront customer;
    private final String customerId;
    private final Shop shop;
    private final DataRequests requests;
    private final Mailbox mailbox;
    private final String strangerEmail = "stranger-" + UUID.randomUUID() + "@example.org";
    private final Storefront stranger;
    private Shop.Order order = Shop.Order.random();
    private Shop.Order strangersOrder = Shop.Order.random();
    private String strangersId = "";
    private String requestId = "";
    private String dueDate = "";
    private int mailsBefore;
    private DataPackage fetched = new DataPackage(Map.of());

    /** With the customer of that journey. */
    public AccessJourney(LocalStack stack, Walk walk, ChoiceJourney before) {
        this.walk = walk;
        this.customer = before.storefront();
        this.customerId = before.customerId();
        this.shop = new Shop(stack);
        this.requests = new DataRequests(stack, Origin.somewhere());
        this.mailbox = new Mailbox(stack, customer.account().email());
        this.stranger = new Storefront(stack, new Account(strangerEmail, ""));
    }

    /** Walks the whole journey. */
    public void walk() {
        walk.chapter("The customer asks what we know about them");
        walk.step("The order system has an order of theirs, and one of somebody else", this::orders);
        walk.step("They ask, signed in a moment ago", this::ask);
        walk.step("They ask once more, by mistake", this::askAgain);
        walk.step("It is screened, and six systems deliver", this::answered);
        walk.step("A mail says that the answer is ready", this::mail);
        walk.step("They fetch it", this::fetch);
        walk.step("It holds what each system really has, and nothing of anybody else", this::content);
        walk.step("They fetch it again, and once more, and then it is gone", this::fetchUp);
    }

    private String orders() {
        order = shop.order(customerId, customer.account().email());
        strangersId = stranger.purchase("order-" + UUID.randomUUID()).path("customerId");
        strangersOrder = shop.order(strangersId, strangerEmail);
        return "one of \"%s\" for %s, one of \"%s\" for %s"
                .formatted(order.product(), customerId, strangersOrder.product(), strangersId);
    }

    private String ask() {
        mailsBefore = mailbox.size();
        customer.signIn();
        Response answer = requests.submit(customer, "ACCESS");
        assertThat(answer.statusCode()).isEqualTo(201);
        requestId = answer.path("requestId");
        dueDate = answer.path("dueDate");
        assertThat(dueDate).isNotBlank();
        return "201: to be answered by %s. %s".formatted(dueDate, DataRequests.derivation(answer));
    }

    private String askAgain() {
        Response answer = requests.submit(customer, "ACCESS");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("requestId")).isEqualTo(requestId);
        assertThat(answer.<String>path("dueDate")).isEqualTo(dueDate);
        return "200: the same request, the same due date";
    }

    private String answered() {
        JsonPath view = requests.awaitStatus(customer, requestId, "ANSWERED");
        assertThat(view.getInt("tasks.done")).isEqualTo(SYSTEMS.size());
        assertThat(view.getInt("tasks.of")).isEqualTo(SYSTEMS.size());
        assertThat(view.getString("dueDate")).isEqualTo(dueDate);
        return "%d of %d systems have answered; the request is %s"
                .formatted(view.getInt("tasks.done"), view.getInt("tasks.of"), view.getString("status"));
    }

    private String mail() {
        Mailbox.Letter ready = mailbox.await(mailsBefore, letter -> letter.isAbout("ready"));
        assertThat(ready.text()).doesNotContain(order.product());
        return "\"%s\"; none of the data is in it".formatted(ready.subject());
    }

    private String fetch() {
        Response answer = requests.download(customer, requestId);
        assertThat(answer.statusCode()).isEqualTo(200);
        fetched = DataPackage.of(answer.asByteArray());
        return "%d bytes: %s"
                .formatted(
                        answer.asByteArray().length,
                        String.join(", ", fetched.files().keySet()));
    }

    private String content() {
        assertThat(fetched.dataOf("orders")).contains(order.reference(), order.product());
        assertThat(fetched.dataOf("identity"))
                .contains(customerId, customer.account().email());
        assertThat(fetched.dataOf("preferences")).isNotBlank();
        assertThat(fetched.dataOf("marketing")).contains(customer.account().email());
        assertThat(fetched.dataOf("requests")).contains(dueDate);
        assertThat(fetched.dataOf("fraud-check")).isNotBlank();
        assertThat(fetched.page()).contains(order.product(), "data transfer agreement");
        assertThat(fetched.request().getString("dueDate")).isEqualTo(dueDate);
        assertThat(fetched.everything())
                .doesNotContain(strangersId)
                .doesNotContain(strangerEmail)
                .doesNotContain(strangersOrder.product());
        return "their order, address, choices, request and screening are in it; \"%s\" is not"
                .formatted(strangersOrder.product());
    }

    private String fetchUp() {
        assertThat(requests.download(customer, requestId).statusCode()).isEqualTo(200);
        assertThat(requests.download(customer, requestId).statusCode()).isEqualTo(200);
        Response fourth = requests.download(customer, requestId);
        assertThat(fourth.statusCode()).isEqualTo(410);
        return "200, 200, 410: " + fourth.path("detail");
    }
}
