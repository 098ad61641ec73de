package org.privacypromise.requests.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.clock.law.Right;

/** The numbers of a month. */
@QuarkusTest
class ReportIT {

    private final Requested requested;

    ReportIT(Requested requested) {
        this.requested = requested;
    }

    @Test
    void this_month_is_counted_so_far() {
        // Given
        UUID request = requested.weighed(Customers.newCustomer(), Right.HUMAN_REVIEW);
        Desk.lead().step(request, "extension", Map.of("words", "It takes longer than we thought."));
        String proposal = Desk.team()
                .step(
                        request,
                        "proposals",
                        Map.of(
                                "outcome", "REFUSE",
                                "ground", "MANIFESTLY_UNFOUNDED",
                                "evidence", "They wrote that it is for fun, see the mail.",
                                "explanation", "You have written to us that it is for fun."))
                .path("openProposal");
        Desk.lead()
                .step(request, "proposals/" + proposal + "/approval", Map.of())
                .then()
                .statusCode(200);

        // When
        var report = Desk.auditor().askingWithout().get("/desk/reports/" + thisMonth());

        // Then
        report.then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("received.find { it.right == 'HUMAN_REVIEW' && it.channel == 'SIGNED_IN' }.count", greaterThan(0))
                .body("closed.find { it.right == 'HUMAN_REVIEW' && it.outcome == 'REFUSED' }.onTime", greaterThan(0))
                .body("closed.find { it.right == 'HUMAN_REVIEW' && it.outcome == 'REFUSED' }.medianDays", equalTo(0.0f))
                .body("extensions.find { it.right == 'HUMAN_REVIEW' }.count", greaterThan(0))
                .body("refusals.ground", hasItem("MANIFESTLY_UNFOUNDED"));
    }

    @Test
    void a_month_that_is_over_is_reported_once_and_for_all() {
        // Given
        String month = "2019-03";
        String first =
                Desk.auditor().askingWithout().get("/desk/reports/" + month).asString();

        // When something is said to have happened in it
        UUID request = requested.weighed(Customers.newCustomer(), Right.HUMAN_REVIEW);
        Database.column("UPDATE request SET received_at = '2019-03-15' WHERE id = ?", request);

        // Then
        assertThat(Desk.auditor().askingWithout().get("/desk/reports/" + month).asString())
                .isEqualTo(first)
                .contains("\"complete\":true");
    }

    @Test
    void it_comes_as_a_table_too() {
        Desk.lead()
                .askingWithout()
                .accept("text/csv")
                .get("/desk/reports/" + thisMonth())
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", endsWith("requests-" + thisMonth() + ".csv\""))
                .body(startsWith("\"figure\",\"right\",\"regime\",\"of\",\"count\""));
    }

    @Test
    void california_s_metrics_come_by_the_year() {
        int year = Year.now(ZoneOffset.UTC).getValue();

        Desk.lead()
                .askingWithout()
                .get("/desk/reports/ccpa/" + year)
                .then()
                .statusCode(200)
                .body("year", equalTo(year))
                .body("complete", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01", "november", "2026-13", "2026-11-01", "ccpa/2099"})
    void of_what_has_not_begun_there_is_no_report(String month) {
        Desk.lead().askingWithout().get("/desk/reports/" + month).then().statusCode(404);
    }

    private static YearMonth thisMonth() {
        return YearMonth.now(ZoneOffset.UTC);
    }
}
