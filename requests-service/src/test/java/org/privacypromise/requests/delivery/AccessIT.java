package org.privacypromise.requests.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
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
                        "data/marketing.json",
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
