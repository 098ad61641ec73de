package org.privacypromise.requests.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
class AccessIT {

    @Inject
    Requested requested;

    private final String customer = "c-" + UUID.randomUUID();

    @Test
    void the_package_holds_what_each_system_had_and_explains_it() throws IOException {
        // Given
        UUID request = requested.by(customer, Right.ACCESS);
        LocalDate due = requested.find(request).dueDate();

        // When
        Systems.handOver("orders", request, "user.behavior.purchase_history", """
                {"order":"A-1","ordered on":"2026-03-02","item":"<script>alert(1)</script>","paid":12.50},
                {"order":"A-2","ordered on":"2026-04-09","item":"Hat & gloves","paid":31}""");
        Systems.handOver("marketing", request, "user.name", "{\"name\":\"Jo \\\"O'Neil\\\"\",\"city\":\"Łódź\"}");
        for (String system : Systems.ALL.subList(2, 6)) {
            Systems.holdNothing(system, request);
        }

        // Then
        awaitAnswered(request);
        Map<String, String> files = unzip(download(request));
        assertThat(files.keySet())
                .containsExactly(
                        "your-data.html",
                        "data/orders.json",
                        "csv/orders-01-user.behavior.purchase_history.csv",
                        "data/marketing.json",
                        "csv/marketing-01-user.name.csv",
                        "request.json",
                        "schema/subject-data.schema.json");
        assertThat(files.get("data/orders.json")).contains("<script>alert(1)</script>", "Hat & gloves");
        assertThat(files.get("your-data.html"))
                .doesNotContain("<script", "Jo \"O'Neil\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Hat &amp; gloves", "2 March 2026", "Łódź")
                .contains("What you bought and sent back", "Holds nothing about you", "Information Commissioner")
                .contains("Philippines", "international data transfer agreement", "Tax law makes us keep invoices")
                .endsWith("</html>\n");
        assertThat(requested.find(request).dueDate()).isEqualTo(due);
        String keep = System.getProperty("keep.package");
        if (keep != null) {
            Files.writeString(Path.of(keep), files.get("your-data.html"));
        }
    }

    @Test
    void what_is_somebody_elses_is_taken_out_by_two_persons_and_nothing_goes_out_before() throws IOException {
        // Given a review, before the last system has answered
        UUID request = requested.by(customer, Right.ACCESS);
        String path = "/desk/requests/" + request + "/redactions";
        Systems.handOver("orders", request, "user.name", "{\"name\":\"Ada\"},{\"name\":\"Bea\",\"gift for\":\"Cy\"}");
        Desk.as("staff-1").post(path + "/review").then().statusCode(204);
        for (String system : Systems.ALL.subList(1, 6)) {
            Systems.holdNothing(system, request);
        }
        String task = Systems.awaitTask("orders", request).taskId();
        Desk.as("staff-1")
                .get("/desk/tasks/{id}/data", task)
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1));
        Customers.as(customer).get("/desk/tasks/{id}/data", task).then().statusCode(403);

        // When
        String marked = Desk.as("staff-1")
                .body("""
                        {"system":"orders","pointer":"/data/0/records/1/gift for","reason":"Cy is somebody else"}""")
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("redactionId");
        Desk.as("staff-1").post(path + "/{id}/approve", marked).then().statusCode(403);
        Desk.as("staff-2").post(path + "/review/close").then().statusCode(409);
        Desk.as("staff-2").post(path + "/{id}/approve", marked).then().statusCode(200);
        Desk.as("staff-1").post(path + "/review/close").then().statusCode(403);
        assertThat(requested.find(request).status()).isEqualTo(Status.FULFILLING);
        assertThat(Database.column("SELECT request_id FROM answer_package WHERE request_id = ?", request))
                .isEmpty();
        Desk.as("staff-2").post(path + "/review/close").then().statusCode(204);

        // Then
        awaitAnswered(request);
        Map<String, String> files = unzip(download(request));
        assertThat(String.join("", files.values())).doesNotContain("\"Cy\"", ">Cy<");
        assertThat(files.get("data/orders.json")).contains("Bea", "[redacted: another person's data]");
        assertThat(files.get("csv/orders-01-user.name.csv")).contains("[redacted: another person's data]");
        assertThat(files.get("your-data.html")).contains("[redacted: another person");
        Desk.as("staff-3")
                .get(path)
                .then()
                .body("reason", hasItem("Cy is somebody else"))
                .body("[0].proposedBy", equalTo("staff-1"))
                .body("[0].decidedBy", equalTo("staff-2"));
        Desk.as("staff-1").post(path + "/review").then().statusCode(409);
    }

    @Test
    void what_a_person_takes_along_is_one_file_with_its_schema_and_only_what_rests_on_consent_or_contract()
            throws IOException {
        UUID request = requested.by(customer, Right.PORTABILITY);
        Systems.handOver("orders", request, "user.name", "{\"name\":\"Ada\",\"orders\":2,\"member\":true}");
        Systems.handOver("fraud-check", request, "user.device.ip_address", "{\"address\":\"192.0.2.1\"}");
        for (String system : Systems.ALL.subList(1, 5)) {
            Systems.holdNothing(system, request);
        }

        awaitAnswered(request);
        Map<String, String> files = unzip(download(request));
        assertThat(files.keySet())
                .containsExactly(
                        "portability.json", "schema/subject-data.schema.json", "schema/portability.schema.json");
        JsonPath portable = JsonPath.from(files.get("portability.json"));
        assertThat(portable.getString("format")).isEqualTo("urn:privacy-promise:schema:portability");
        assertThat(portable.getList("systems.system", String.class)).containsExactly("orders");
        assertThat(portable.getInt("systems[0].data[0].records[0].orders")).isEqualTo(2);
        assertThat(portable.getBoolean("systems[0].data[0].records[0].member")).isTrue();
        given().get("/schemas/portability")
                .then()
                .statusCode(200)
                .body(equalTo(files.get("schema/portability.schema.json")));
    }

    private void awaitAnswered(UUID request) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> requested.find(request).status() == Status.ANSWERED);
    }

    private byte[] download(UUID request) {
        return given().auth()
                .oauth2(Tokens.forService("requests-service").customer(customer).sign())
                .get("/requests/{id}/package", request)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
    }

    static Map<String, String> unzip(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
