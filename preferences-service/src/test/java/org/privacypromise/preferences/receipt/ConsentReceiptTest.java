package org.privacypromise.preferences.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.chain.LedgerHash;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.LegalBasis;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;

class ConsentReceiptTest {

    private static final PurposeRegister REGISTER = RegisterLoader.loadDefault();
    private static final Cell EMAIL = new Cell("marketing-main", "email", "main");
    private static final Cell SMS = new Cell("marketing-main", "sms", "main");
    private static final ReceiptConfig PAGES = new ReceiptConfig() {
        @Override
        public URI choicesPage() {
            return URI.create("https://shop.example/your-choices");
        }

        @Override
        public URI rightsPage() {
            return URI.create("https://shop.example/your-data");
        }
    };

    private final List<ConsentRecord> records = new ArrayList<>();

    @Test
    void a_receipt_has_every_field_that_the_standard_asks_for() {
        record(Source.CUSTOMER, new Decision(EMAIL, true), new Decision(SMS, false));

        assertThat(violations(receipt())).isEmpty();
    }

    @Test
    void so_has_one_about_every_choice_that_there_is() {
        for (ChoiceCell cell : REGISTER.choices()) {
            record(Source.CUSTOMER, new Decision(new Cell(cell.purpose(), cell.channel(), cell.brand()), true));

            assertThat(violations(receipt())).as(cell.purpose()).isEmpty();
        }
    }

    @Test
    void the_check_finds_a_field_that_is_missing() {
        record(Source.CUSTOMER, new Decision(EMAIL, true));

        assertThat(violations(receipt().replace("dpv:hasConsentControl", "dpv:hasControl")))
                .isNotEmpty();
        assertThat(violations(receipt().replace("\"loc:GB\"", "\"GB\""))).isNotEmpty();
    }

    @Test
    void it_says_who_agreed_to_what_when_before_which_notice_and_how_to_take_it_back() {
        // Given
        record(Source.CUSTOMER, new Decision(EMAIL, true));

        // Then
        JsonNode record = json(receipt()).get("dpv:hasRecordOfActivity");
        JsonNode process = record.get("dpv:hasProcess").get(0);
        JsonNode status = process.get("dpv:hasConsentStatus").get(0);
        assertThat(record.at("/dpv:hasDataSubject/dct:identifier").asText()).isEqualTo("c-1");
        assertThat(record.at("/dpv:hasNotice/dct:identifier").asText()).isEqualTo("0.9.0");
        assertThat(record.get("dct:language").asText()).isEqualTo("de-AT");
        assertThat(process.at("/dpv:hasPurpose/dct:title/@value").asText()).isEqualTo("News and offers from the shop");
        assertThat(process.get("dpv:hasLegalBasis").toString()).contains("eu-gdpr:A6-1-a");
        assertThat(process.at("/dpv:hasConsentControl/dpv:isExercisedAt").asText())
                .isEqualTo("https://shop.example/your-choices");
        assertThat(status.at("/@type/0").asText()).isEqualTo("dpv:ConsentGiven");
        assertThat(status.get("pp:channel").asText()).isEqualTo("email");
        assertThat(status.get("dpv:isIndicatedAtTime").asText()).isEqualTo("2026-03-02T09:00:00.000000Z");
        assertThat(record.at("/pp:ledger/pp:hash").asText())
                .isEqualTo(records.getLast().hash().hex());
    }

    @Test
    void taking_back_what_was_allowed_is_told_apart_from_never_allowing_it() {
        record(Source.CUSTOMER, new Decision(EMAIL, true));
        record(Source.UNSUBSCRIBE_LINK, new Decision(EMAIL, false), new Decision(SMS, false));

        JsonNode statuses = json(receipt()).at("/dpv:hasRecordOfActivity/dpv:hasProcess/0/dpv:hasConsentStatus");
        assertThat(statuses.at("/0/@type/0").asText()).isEqualTo("dpv:ConsentWithdrawn");
        assertThat(statuses.at("/1/@type/0").asText()).isEqualTo("dpv:ConsentRefused");
    }

    @Test
    void where_the_ground_is_no_consent_a_refusal_is_called_an_objection() {
        // Given
        ChoiceCell cell = REGISTER.choices().stream()
                .filter(ChoiceCell::changeable)
                .filter(one -> REGISTER.purpose(one.purpose())
                        .filter(purpose -> !purpose.restsOn(LegalBasis.CONSENT))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        record(Source.CUSTOMER, new Decision(new Cell(cell.purpose(), cell.channel(), cell.brand()), false));

        // Then
        assertThat(json(receipt())
                        .at("/dpv:hasRecordOfActivity/dpv:hasProcess/0/dpv:hasConsentStatus/0/@type")
                        .toString())
                .contains("pp:ObjectionMade");
        assertThat(violations(receipt())).isEmpty();
    }

    @Test
    void a_purpose_that_the_register_no_longer_has_still_gets_its_receipt() {
        record(Source.CUSTOMER, new Decision(new Cell("faxes", "fax", "main"), true));

        assertThat(violations(receipt())).isEmpty();
    }

    @Test
    void the_same_record_always_has_the_same_receipt_and_no_other_has_it() {
        record(Source.CUSTOMER, new Decision(EMAIL, true));
        String first = receipt();
        assertThat(receipt()).isEqualTo(first);

        record(Source.CUSTOMER, new Decision(EMAIL, false));
        assertThat(json(receipt()).get("dct:identifier"))
                .isNotEqualTo(json(first).get("dct:identifier"));
    }

    private void record(Source source, Decision... changes) {
        Evidence evidence = new Evidence(source, "c-1", "0.9.0", "de-AT", Instant.parse("2026-03-02T09:00:00Z"));
        LedgerHash previous =
                records.isEmpty() ? LedgerHash.NONE : records.getLast().hash();
        records.add(ConsentRecord.of("c:c-1", records.size() + 2, List.of(changes), evidence, Map.of(), previous));
    }

    private String receipt() {
        Map<String, Object> receipt =
                new ConsentReceipt(REGISTER, PAGES, "en").of(records.getLast(), records.subList(0, records.size() - 1));
        try {
            return new ObjectMapper().writeValueAsString(receipt);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Error> violations(String receipt) {
        try (InputStream schema =
                Objects.requireNonNull(ConsentReceiptTest.class.getResourceAsStream("/consent-receipt.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(
                            receipt,
                            InputFormat.JSON,
                            validation -> validation.executionConfig(how -> how.formatAssertionsEnabled(true)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
