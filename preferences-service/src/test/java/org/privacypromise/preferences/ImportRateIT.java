package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.privacypromise.teststack.Tokens;

/**
 * How fast an import is beside a plain COPY of the same lines into a table without an index. A few lines by default, to
 * see that it works; {@code -Dimport.lines=1000000} to measure.
 */
@QuarkusTest
class ImportRateIT {

    private static final Logger LOG = Logger.getLogger(ImportRateIT.class);
    private static final int LINES = Integer.getInteger("import.lines", 20_000);
    private static final String[] CHANNELS = {"email", "sms", "push", "post"};

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(ints = {4, 1})
    void an_import_beside_a_plain_copy(int linesOfASubject) throws Exception {
        // Given
        String run = UUID.randomUUID().toString().substring(0, 8);
        StringBuilder lines = new StringBuilder(LINES * 110);
        for (int i = 0; i < LINES; i++) {
            lines.append("c-")
                    .append(run)
                    .append('-')
                    .append(i / linesOfASubject)
                    .append(",,marketing-main,")
                    .append(CHANNELS[i % linesOfASubject])
                    .append(",main,")
                    .append(i % 3 == 0)
                    .append(",2024-05-01T10:00:00Z,2023-01,de,checkout,CRM ")
                    .append(i)
                    .append('\n');
        }
        Duration copy = plainCopy(lines.toString());

        // When
        byte[] file =
                ("customerId,contactRef,purpose,channel,brand,allowed,decidedAt,noticeVersion,language,source,reference\n"
                                + lines)
                        .getBytes(StandardCharsets.UTF_8);
        Instant start = Instant.now();
        String id = given().auth()
                .oauth2(operator())
                .contentType("text/csv")
                .body(file)
                .post("/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        Duration upload = Duration.between(start, Instant.now());
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> "done".equals(state(id).getString("state")));
        Duration all = Duration.between(start, Instant.parse(state(id).getString("finishedAt")));

        // Then
        LOG.infof(
                "%d lines, %d of a subject: plain COPY %d ms, upload %d ms, all %d ms, ratio %.2f",
                LINES,
                linesOfASubject,
                copy.toMillis(),
                upload.toMillis(),
                all.toMillis(),
                (double) copy.toMillis() / all.toMillis());
        assertThat(state(id).getLong("subjects")).isEqualTo(LINES / linesOfASubject);
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE preferences SET untold_from = NULL WHERE key LIKE 'c:c-" + run + "-%'");
        }
    }

    private Duration plainCopy(String lines) throws Exception {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE plain_copy (a text, b text, c text, d text, e text, f boolean, g timestamptz,"
                            + " h text, i text, j text, k text)");
            Instant start = Instant.now();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY plain_copy FROM STDIN (FORMAT csv)", new StringReader(lines));
            Duration took = Duration.between(start, Instant.now());
            statement.execute("DROP TABLE plain_copy");
            return took;
        }
    }

    private static JsonPath state(String id) {
        return given().auth().oauth2(operator()).get("/imports/" + id).jsonPath();
    }

    private static String operator() {
        return Tokens.forService("preferences-service").role("operator").sign();
    }
}
