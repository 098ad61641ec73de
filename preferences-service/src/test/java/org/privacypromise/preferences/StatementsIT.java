package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.StatementLog;
import org.privacypromise.teststack.Tokens;

/** What a customer's call costs the database, as the database itself has seen it. */
@QuarkusTest
class StatementsIT {

    private final String customer = "c-" + UUID.randomUUID();

    @Test
    void a_change_is_one_transaction_of_four_statements_and_nothing_is_read_for_the_answer() throws SQLException {
        // Given
        change(true, null).body("version", equalTo(2));

        // When
        List<List<String>> transactions = statementsOf(() -> change(false, null).body("version", equalTo(3)));

        // Then
        assertThat(transactions).singleElement().satisfies(statements -> {
            assertThat(statements).hasSize(4);
            assertThat(statements.get(0)).startsWith("select").contains("from preferences", "for no key update");
            assertThat(statements.get(1)).startsWith("INSERT INTO consent_record");
            assertThat(statements.get(2)).startsWith("INSERT INTO outbox");
            assertThat(statements.get(3)).startsWith("update preferences");
        });
    }

    @Test
    void a_repetition_reads_only() throws SQLException {
        // Given
        change(true, null);

        // When
        List<List<String>> transactions = statementsOf(() -> change(true, null).body("version", equalTo(2)));

        // Then
        assertThat(transactions.stream().flatMap(List::stream))
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement).startsWithIgnoringCase("select"));
    }

    @Test
    void a_key_adds_a_lock_a_look_and_the_answer_that_is_kept() throws SQLException {
        // Given
        change(true, null);

        // When
        List<List<String>> transactions = statementsOf(() -> change(false, "k-" + UUID.randomUUID()));

        // Then
        assertThat(transactions)
                .singleElement()
                .satisfies(statements -> assertThat(statements)
                        .hasSize(7)
                        .anyMatch(statement -> statement.contains("pg_try_advisory_xact_lock"))
                        .anyMatch(statement -> statement.startsWith("INSERT INTO answered_call")));
    }

    @FunctionalInterface
    private interface Call {
        ValidatableResponse make();
    }

    private List<List<String>> statementsOf(Call call) throws SQLException {
        try (StatementLog log = StatementLog.open()) {
            call.make().statusCode(200);
            return log.transactionsAbout("'c:" + customer + "'");
        }
    }

    private ValidatableResponse change(boolean allowed, @Nullable String key) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign())
                .headers(key == null ? Map.of() : Map.of("Idempotency-Key", key))
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", "email", "main", allowed))
                .patch("/preferences")
                .then();
    }
}
