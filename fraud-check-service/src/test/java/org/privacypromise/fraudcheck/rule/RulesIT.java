package org.privacypromise.fraudcheck.rule;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.privacypromise.fraudcheck.Caller.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RulesIT {

    private static final String RULE = """
            version: 7.0.0
            language: en
            rules:
              - key: a-rule
                applies: [REQUEST]
                when: %s
                verdict: REVIEW
                text: { en: Something was noticed. }
            """;

    @Test
    void an_analyst_reads_the_rules_in_force_and_what_rules_may_ask_about() {
        as("fraud-analyst")
                .get("/rules")
                .then()
                .statusCode(200)
                .body("version", equalTo("1.0.0"))
                .body("rules.key", hasItem("many-requests-from-one-origin"))
                .body("rules.text.en", everyItem(notNullValue()))
                .body("rules[0].when", equalTo("origin.requests.last_hour > 5"))
                .body("signals.name", hasItem("mailbox.disposable"))
                .body("signals.size()", greaterThan(30));
    }

    @Test
    void an_analyst_reads_where_knowledge_from_outside_comes_from() {
        as("fraud-analyst")
                .get("/public-sources")
                .then()
                .statusCode(200)
                .body("[0].signal", equalTo("mailbox.disposable"))
                .body("[0].version", notNullValue())
                .body("[0].retrieved", equalTo("2026-11-25"))
                .body("[0].entries", greaterThan(5000));
    }

    @Test
    void rules_that_are_good_are_told_to_be_and_stay_out_of_force() {
        check("mailbox.disposable")
                .statusCode(200)
                .body("version", equalTo("7.0.0"))
                .body("rules", equalTo(1));
        as("operator")
                .contentType("application/yaml")
                .body(RULE.formatted("mailbox.disposable").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/rules/check")
                .then()
                .statusCode(200);
        as("fraud-analyst").get("/rules").then().body("version", equalTo("1.0.0"));
    }

    @Test
    void rules_that_do_not_compile_are_refused_with_line_rule_place_and_remedy() {
        check("right.matches(\"(a+)+$\") && nobody > 1")
                .statusCode(422)
                .body("type", endsWith(":rules-do-not-compile"))
                .body("errors", hasSize(2))
                .body("errors.pointer", everyItem(equalTo("/rules/0/when")))
                .body("errors.detail", everyItem(startsWith("line 6, rule a-rule: ")));
        post("not rules").statusCode(422).body("errors[0].detail", startsWith("line 1: "));
        post("").statusCode(422);
        post("x: [" + "[".repeat(1000)).statusCode(422);
        post("#".repeat(200_000)).statusCode(422).body("errors[0].detail", startsWith("line 0: The file is larger"));
        post("#".repeat(300_000)).statusCode(413);
    }

    @Test
    void of_very_many_faults_the_first_hundred_are_told() {
        StringBuilder rules = new StringBuilder("version: 1\nlanguage: en\nrules:\n");
        for (int i = 0; i < 150; i++) {
            rules.append("  - { key: r")
                    .append(i)
                    .append(", applies: [REQUEST], when: nonsense, verdict: DENY,")
                    .append(" text: { en: Words. } }\n");
        }

        post(rules.toString()).statusCode(422).body("errors", hasSize(100)).body("detail", endsWith("are told)."));
    }

    @Test
    void rules_come_as_yaml_only() {
        as("fraud-analyst")
                .contentType("application/json")
                .body("{}")
                .post("/rules/check")
                .then()
                .statusCode(415);
    }

    private static ValidatableResponse check(String when) {
        return post(RULE.formatted(when));
    }

    private static ValidatableResponse post(String yaml) {
        return as("fraud-analyst")
                .contentType("text/yaml")
                .body(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/rules/check")
                .then();
    }
}
