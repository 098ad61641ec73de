package org.privacypromise.requests.record;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Desk;

/** The record of processing, as an authority could ask for it. */
@QuarkusTest
class RecordIT {

    @Test
    void programs_get_it_as_json() {
        Desk.auditor()
                .askingWithout()
                .get("/desk/records-of-processing")
                .then()
                .statusCode(200)
                .body("activities.key", hasItem("answer-requests"))
                .body("systems.key", hasItem("orders"))
                .body("controllerCountry", equalTo("United Kingdom"));
    }

    @Test
    void people_get_it_as_a_page() {
        Desk.lead()
                .askingWithout()
                .accept("text/html")
                .get("/desk/records-of-processing")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("Record of processing activities"))
                .body(containsString("international data transfer agreement"))
                .body(not(containsString("NOT_FOUND")));
    }

    @Test
    void the_transfers_come_with_those_abroad_first() {
        Desk.team()
                .askingWithout()
                .get("/desk/transfers")
                .then()
                .statusCode(200)
                .body("[0].abroad", equalTo(true))
                .body("find { it.recipient == 'suppliers' }.country", equalTo("China"))
                .body("find { it.recipient == 'suppliers' }.needsSafeguard", equalTo(true));
    }
}
