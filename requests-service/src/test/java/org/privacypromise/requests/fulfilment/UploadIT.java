package org.privacypromise.requests.fulfilment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.Together;
import org.privacypromise.requests.clock.law.Right;

/** The limit is 4 MB in these tests. */
@QuarkusTest
class UploadIT {

    private static final int LIMIT = 4 * 1024 * 1024;
    private static final String PROBLEM = "urn:privacy-promise:problem:";
    private static final String DOCUMENT = Systems.document("orders", "user.name", "{\"name\":\"Jo\"}");

    @Inject
    Requested requested;

    @TestHTTPResource("/")
    URL base;

    private UUID request;
    private SubjectTask task;

    @BeforeEach
    void orders_has_a_task() {
        request = requested.by(Customers.newCustomer(), Right.ACCESS);
        task = Systems.awaitTask("orders", request);
    }

    @Test
    void the_same_twice_is_the_same_and_something_else_is_refused_with_the_digest_of_what_counts() {
        Systems.upload("orders", task.taskId(), DOCUMENT)
                .then()
                .statusCode(201)
                .body("sha256", equalTo(Systems.digest(DOCUMENT)))
                .body("bytes", equalTo(DOCUMENT.length()));
        Systems.upload("orders", task.taskId(), DOCUMENT)
                .then()
                .statusCode(200)
                .body("sha256", equalTo(Systems.digest(DOCUMENT)));
        Systems.upload("orders", task.taskId(), DOCUMENT.replace("Jo", "Al"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEM + "already-uploaded"))
                .body("sha256", equalTo(Systems.digest(DOCUMENT)));

        assertThat(contents()).hasSize(1);
    }

    @Test
    void many_at_the_same_moment_leave_one() throws Exception {
        List<Integer> answers = Together.times(
                8, () -> Systems.upload("orders", task.taskId(), DOCUMENT).statusCode());

        assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(contents()).hasSize(1);
    }

    @Test
    void nothing_is_readable_in_the_tables() {
        Systems.upload(
                "orders", task.taskId(), Systems.document("orders", "user.name", "{\"name\":\"Nobody-But-Jo\"}"));

        assertThat(Database.column(
                        "SELECT encode(k.sealed, 'escape') FROM content_chunk k JOIN content c ON c.id = k.content_id"
                                + " WHERE c.request_id = ?",
                        request))
                .hasSize(1)
                .noneMatch(chunk -> chunk.contains("Nobody"));
    }

    @Test
    void nobody_else_uploads_for_a_task_or_learns_that_there_is_one() {
        Systems.upload("marketing", task.taskId(), DOCUMENT)
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "not-found"));
        Systems.upload("orders", UUID.randomUUID().toString(), DOCUMENT).then().statusCode(404);
        Systems.upload("orders", "not-an-id", DOCUMENT).then().statusCode(404);
        given().contentType("application/json")
                .body(DOCUMENT)
                .put("/tasks/{id}/data", task.taskId())
                .then()
                .statusCode(401);
        Customers.as("c-1")
                .contentType("application/json")
                .body(DOCUMENT)
                .put("/tasks/{id}/data", task.taskId())
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Systems.token("orders"))
                .contentType("text/plain")
                .body(DOCUMENT)
                .put("/tasks/{id}/data", task.taskId())
                .then()
                .statusCode(415);

        assertThat(contents()).isEmpty();
    }

    @Test
    void a_task_that_is_answered_takes_no_data() {
        Systems.holdNothing("orders", request);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Database.column("SELECT state FROM task WHERE id = ?", UUID.fromString(task.taskId()))
                        .contains("ANSWERED"));

        Systems.upload("orders", task.taskId(), DOCUMENT)
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "task-closed"));
        await().atMost(Duration.ofSeconds(10)).until(() -> contents().isEmpty());
    }

    @Test
    void neither_does_an_erasure() {
        UUID erasure = requested.by(Customers.newCustomer(), Right.ERASURE);

        Systems.upload("orders", Systems.awaitTask("orders", erasure).taskId(), DOCUMENT)
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "task-closed"));
    }

    @Test
    void what_is_no_such_document_leaves_nothing_behind_and_the_fault_is_named_without_the_data() {
        for (String broken : List.of(
                "{\"secret\":\"Jo\"}",
                DOCUMENT.substring(0, DOCUMENT.length() - 2),
                DOCUMENT + "{}",
                Systems.document("marketing", "user.name", "{\"secret\":\"Jo\"}"),
                Systems.document("orders", "user.name", "{\"secret\":{\"deep\":\"Jo\"}}"),
                "[".repeat(200_000))) {
            Systems.upload("orders", task.taskId(), broken)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", equalTo(PROBLEM + "not-subject-data"))
                    .body("detail", not(containsString("Jo")));
        }

        assertThat(contents()).isEmpty();
        Systems.upload("orders", task.taskId(), DOCUMENT).then().statusCode(201);
    }

    @Test
    void a_large_document_is_taken_where_nothing_else_may_be_large() throws Exception {
        String large = large(3 * 1024 * 1024);

        Response taken = Systems.upload("orders", task.taskId(), large);

        taken.then().statusCode(201).body("sha256", equalTo(Systems.digest(large)));
        assertThat(Database.column("SELECT chunks FROM content WHERE request_id = ?", request))
                .containsExactly(Integer.toString((large.length() + 65_535) / 65_536));
        // Blanks, for a long text would be refused for itself.
        String tooLargeElsewhere = "{\"rights\":[\"ACCESS\"]" + " ".repeat(300_000) + "}";
        Customers.as("c-1")
                .contentType("application/json")
                .body(tooLargeElsewhere)
                .post("/requests")
                .then()
                .statusCode(413);
        assertThat(send("POST", "/requests", Customers.token("c-1"), tooLargeElsewhere)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void too_large_is_refused_whether_or_not_it_says_so() throws Exception {
        String document = large(LIMIT + 1_000);

        Systems.upload("orders", task.taskId(), document).then().statusCode(413).body("type", endsWith("too-large"));
        HttpResponse<String> unannounced =
                send("PUT", "/tasks/" + task.taskId() + "/data", Systems.token("orders"), document);
        assertThat(unannounced.statusCode()).isEqualTo(413);
        assertThat(unannounced.body()).contains("too-large");

        assertThat(contents()).isEmpty();
        String small = large(1_000_000);
        assertThat(send("PUT", "/tasks/" + task.taskId() + "/data", Systems.token("orders"), small)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_huge_body_is_not_even_read() throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            head(socket.getOutputStream(), "Content-Length: 99999999999999");

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("too-large");
        }
    }

    @Test
    void a_transfer_that_breaks_off_leaves_nothing_behind() throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            OutputStream out = socket.getOutputStream();
            head(out, "Content-Length: 1000000");
            out.write(large(1_000_000).substring(0, 500_000).getBytes(StandardCharsets.UTF_8));
            out.flush();
            await().atMost(Duration.ofSeconds(10)).until(() -> contents().size() == 1);
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> contents().isEmpty());
        Systems.upload("orders", task.taskId(), DOCUMENT).then().statusCode(201);
    }

    private void head(OutputStream out, String length) throws IOException {
        out.write(("PUT /tasks/" + task.taskId() + "/data HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + Systems.token("orders") + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** In chunks, without saying how long it is. */
    private HttpResponse<String> send(String method, String path, String token, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + path.substring(1)))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private List<String> contents() {
        return Database.column("SELECT id FROM content WHERE request_id = ?", request);
    }

    private static String large(int bytes) {
        StringBuilder records = new StringBuilder(bytes);
        while (records.length() < bytes - 200) {
            records.append(records.isEmpty() ? "" : ",")
                    .append("{\"n\":\"")
                    .append(records.length())
                    .append("\"}");
        }
        String document = Systems.document("orders", "user.name", records.toString());
        return document + " ".repeat(Math.max(0, bytes - document.length()));
    }
}
