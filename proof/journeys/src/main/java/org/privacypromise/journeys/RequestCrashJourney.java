package org.privacypromise.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.privacypromise.local.LocalStack;

/** Services and the broker die in the middle of a request; it is answered all the same, once, by the same day. */
public final class RequestCrashJourney {

    private final Walk walk;
    private final LocalStack stack;
    private final Storefront customer;
    private final DataRequests requests;
    private final DataRequests guestRequests;
    private final Mailbox mailbox;
    private final Mailbox guestMailbox;
    private String requestId = "";
    private String dueDate = "";
    private int mailsBefore;

    /** With the customer of that journey, and a guest. */
    public RequestCrashJourney(LocalStack stack, Walk walk, ChoiceJourney before) {
        this.walk = walk;
        this.stack = stack;
        this.customer = before.storefront();
        this.requests = new DataRequests(stack, Origin.somewhere());
        this.guestRequests = new DataRequests(stack, Origin.somewhere());
        this.mailbox = new Mailbox(stack, customer.account().email());
        this.guestMailbox = new Mailbox(stack, "crash-" + UUID.randomUUID() + "@example.net");
    }

    /** Walks the whole journey. */
    public void walk() {
        walk.chapter("Things break in the middle of a request");
        walk.step("Kafka is killed (kill -9), and the customer asks for their data", this::askWithoutKafka);
        walk.step("Kafka comes back, but one system is away: five of six deliver", this::fiveOfSix);
        walk.step("requests-service is killed between two tasks", this::killBetweenTasks);
        walk.step("It comes back, and so does the system", this::completes);
        walk.step("A guest asks for a code; identity-service is killed before the mail", this::killBeforeMail);
        walk.step("It comes back, and the code arrives", this::codeArrives);
    }

    private String askWithoutKafka() {
        customer.signIn();
        mailsBefore = mailbox.size();
        stack.stop("marketing");
        stack.kill("kafka");
        Response answer = requests.submit(customer, "ACCESS");
        assertThat(answer.statusCode()).isEqualTo(201);
        requestId = answer.path("requestId");
        dueDate = answer.path("dueDate");
        return "201 all the same: to be answered by " + dueDate;
    }

    private String fiveOfSix() {
        stack.start("kafka");
        int done = await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> tasksDone(), delivered -> delivered == AccessJourney.SYSTEMS.size() - 1);
        return done + " of " + AccessJourney.SYSTEMS.size();
    }

    private int tasksDone() {
        Response view = requests.view(customer, requestId);
        assertThat(view.<String>path("status")).as("the request is not held up").isNotEqualTo("IN_REVIEW");
        return view.path("tasks.done") == null ? 0 : view.<Integer>path("tasks.done");
    }

    private String killBetweenTasks() {
        stack.kill("requests");
        return "requests is gone, with %d tasks done and one to come".formatted(AccessJourney.SYSTEMS.size() - 1);
    }

    private String completes() {
        stack.start("requests");
        stack.start("marketing");
        var view = requests.awaitStatus(customer, requestId, "ANSWERED");
        assertThat(view.getString("dueDate")).isEqualTo(dueDate);
        DataPackage fetched =
                DataPackage.of(requests.download(customer, requestId).asByteArray());
        assertThat(fetched.request().getString("dueDate")).isEqualTo(dueDate);
        await().atMost(Duration.ofSeconds(20)).until(() -> readyMails() >= 1);
        assertThat(readyMails()).isEqualTo(1);
        return "ANSWERED by six systems, one package, one mail, still due " + dueDate;
    }

    private long readyMails() {
        return mailbox.letters().stream()
                .skip(mailsBefore)
                .filter(letter -> letter.isAbout("ready"))
                .count();
    }

    private String killBeforeMail() {
        stack.pause("smtp");
        Response started = guestRequests.startVerification(guestMailbox.email(), "access-request");
        assertThat(started.statusCode()).isEqualTo(202);
        requestId = started.path("verificationId");
        stack.kill("identity");
        stack.resume("smtp");
        return "202, and identity is gone; the mailbox holds %d mails".formatted(guestMailbox.size());
    }

    private String codeArrives() {
        stack.start("identity");
        assertThat(guestRequests.answer(requestId, guestMailbox.awaitCode(0)).statusCode())
                .isEqualTo(200);
        return "the code is in the mailbox, and it works";
    }
}
