package org.privacypromise.requests.clock;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadlineIT {

    @Test
    void everybody_can_check_how_a_date_is_found() {
        given().get("/deadlines?received=2026-11-25&place=GB-ENG&regime=UK_GDPR")
                .then()
                .statusCode(200)
                .body("dueDate", equalTo("2026-12-29"))
                .body("noticeBy", nullValue())
                .body("calendarVersion", startsWith("jollyday-"))
                .body("derivation", hasSize(7))
                .body("derivation[-1].date", equalTo("2026-12-29"))
                .body("derivation[2].because", containsString("public holiday (Christmas)"));
    }

    @Test
    void what_happens_meanwhile_can_be_said() {
        given().get("/deadlines?received=2026-05-31&place=GB-ENG&regime=UK_GDPR&extended=true")
                .then()
                .body("dueDate", equalTo("2026-09-01"))
                .body("noticeBy", equalTo("2026-06-30"));
        given().get("/deadlines?received=2026-03-02&place=GB-ENG&regime=UK_GDPR&identityReceived=2026-03-31")
                .then()
                .body("dueDate", equalTo("2026-04-30"));
        given().get("/deadlines?received=2026-03-02&place=GB-ENG&regime=UK_GDPR"
                        + "&clarificationAsked=2026-03-09&clarificationReceived=2026-03-16")
                .then()
                .body("dueDate", equalTo("2026-04-10"));
    }

    @Test
    void a_place_brings_its_law_with_it() {
        given().get("/deadlines?received=2026-03-02&place=BR").then().body("dueDate", equalTo("2026-03-17"));
        given().get("/deadlines?received=2026-10-30&place=GB-SCT").then().body("dueDate", equalTo("2026-12-01"));
        given().get("/deadlines?received=2026-10-30").then().body("dueDate", equalTo("2026-11-30"));
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        given().get("/deadlines?received=2026-02-30&regime=GDPR&extended=yes&identityReceived=tomorrow&right=ALL")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:privacy-promise:problem:invalid-content"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder("received", "regime", "extended", "identityReceived", "right"));
        given().get("/deadlines").then().statusCode(422).body("errors[0].pointer", equalTo("received"));
        given().get("/deadlines?received=9999-12-31").then().statusCode(422);
        given().get("/deadlines?received=2026-03-02&place=GB-XXX")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("place"));
        given().get("/deadlines?received=2026-03-02&clarificationReceived=2026-03-05")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("clarificationAsked"));
        given().get("/deadlines?received=2026-03-02&identityReceived=2026-03-01")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("identityReceived"));
    }

    @Test
    void the_reader_is_told_in_their_own_language() {
        for (String[] word : new String[][] {
            {"de", "Feiertag (Weihnachten"},
            {"fr", "férié"},
            {"es", "festivo"},
            {"it", "festivo"},
            {"xx", "public holiday"}
        }) {
            given().header("Accept-Language", word[0])
                    .get("/deadlines?received=2026-11-25&place=GB-ENG")
                    .then()
                    .header("Vary", containsString("Accept-Language"))
                    .body("dueDate", equalTo("2026-12-29"))
                    .body("derivation[2].because", containsString(word[1]));
        }
    }

    @Test
    void a_right_that_a_law_does_not_give_is_named_with_those_it_gives() {
        given().get("/deadlines?received=2026-03-02&place=US-CA&right=OBJECTION")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:privacy-promise:problem:right-not-given"))
                .body("detail", containsString("MARKETING_OBJECTION"));
        given().get("/deadlines?received=2026-03-02&place=IE&right=COMPLAINT")
                .then()
                .statusCode(422);
        given().get("/deadlines?received=2026-03-02&place=US-CA&right=MARKETING_OBJECTION")
                .then()
                .body("dueDate", equalTo("2026-03-23"));
    }
}
